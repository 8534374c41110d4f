// Members at one laser that is used in turn, seen in a real browser: a place, a promise and the reasons; out for a while and
// back, on the page and at the entrance; a call that is claimed by a tap. Over real sockets.

import { afterEach, describe, expect, it } from 'vitest';
import { outside } from '../outside.ts';
import { eventually } from './program.ts';
import { badges, laserPageOf, openQueueStory } from './queue-story.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

describe.skipIf(!outside('chromium'))('a queue at the laser', () => {
  it('shows a place with its reasons, keeps it, and calls by the rule', { timeout: 120_000 }, async () => {
    const story = await openQueueStory(closing);
    const { front, door, plug } = story;
    for (const badge of Object.values(badges)) await door.tap(badge);
    expect(await front.tap(badges.ada)).toMatchObject({ outcome: 'granted' });
    await eventually('the power', () => plug.isOn());
    expect(await front.tap(badges.bo)).toMatchObject({ outcome: 'queued' });
    expect(await front.tap(badges.eva)).toMatchObject({ outcome: 'queued' });

    const eva = await laserPageOf('eva', story);
    closing.push(eva.close);
    const queue = eva.page.getByRole('region', { name: 'Queue' });
    await queue.getByRole('status').getByText('You are number 2.').waitFor();
    await queue.getByText(/Your turn comes by .*\d\d:\d\d at the latest/).waitFor();
    await queue.getByText('Why 1 person is before you').click();
    // Bo did not choose to be shown.
    await queue.getByText(/Somebody used as much as you and came earlier: \d\d:\d\d/).waitFor();

    await queue.getByRole('button', { name: 'I go out for a while' }).click();
    await queue.getByText(/You are out. Your place is kept until \d\d:\d\d/).waitFor();
    await queue.getByRole('button', { name: 'I am back' }).click();
    await queue.getByRole('status').getByText('You are number 2.').waitFor();

    expect(await door.tap(badges.eva)).toMatchObject({ text: expect.stringContaining('is kept until') });
    await queue.getByText(/You are out/).waitFor();
    // Who sits at home is not called by a word on a page.
    await queue.getByRole('button', { name: 'I am back' }).click();
    await queue.getByText('By the entrance you are not inside.').waitFor();
    expect(await door.tap(badges.eva)).toMatchObject({ text: expect.stringContaining('queue again') });
    await queue.getByRole('status').getByText('You are number 2.').waitFor();

    const bo = await laserPageOf('bo', story);
    closing.push(bo.close);
    const bos = bo.page.getByRole('region', { name: 'Queue' });
    expect(await front.tap(badges.ada)).toMatchObject({ outcome: 'ended' });
    await bos.getByText(/It is your turn at Laser: tap there before \d\d:\d\d/).waitFor();
    expect(plug.isOn()).toBe(false);
    expect(await front.tap(badges.eva)).toMatchObject({ outcome: 'refused', code: 'machine-called' });
    await bos.getByRole('button', { name: 'Leave the queue' }).click();
    await bos.getByRole('button', { name: 'Leave it' }).click();
    await queue.getByText(/It is your turn at Laser/).waitFor();
    expect(await front.tap(badges.eva)).toMatchObject({ outcome: 'granted', machine: 'laser' });
    await eventually('the power for the claim', () => plug.isOn());
    await queue.getByText(/Your turn at Laser lasts until/).waitFor();
    expect([...eva.complaints(), ...bo.complaints()]).toEqual([]);
  });
});
