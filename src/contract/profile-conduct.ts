// How the gateway conducts itself towards a controller: what it asks and when, what silence means, when a job begins
// and ends, and the steps that end access.

import { Type } from 'typebox';
import {
  type ActivityWord,
  capabilityName,
  closed,
  frameId,
  millis,
  profileLimits,
  send,
  substate,
} from './profile-words.ts';

export const identifySchema = (activity: ActivityWord) =>
  Type.Object(
    {
      listenMs: millis({
        least: 0,
        most: 10_000,
        description: 'After a serial port was opened, wait so long for the greeting before saying anything.',
      }),
      hello: Type.Optional(
        Type.Object(
          {
            line: Type.String({
              pattern: '^[ -~]{1,79}$',
              description: 'Said once after the port was opened; answered by a frame of the kind welcome.',
            }),
          },
          closed,
        ),
      ),
      ask: Type.Array(
        Type.Object(
          {
            send: send(),
            needs: Type.Optional(capabilityName('Asked only of a controller that has told this capability.')),
            withinMs: millis({ least: 100, most: 5000, description: 'Then go on without the answer.' }),
            when: Type.Array(activity, { minItems: 1 }),
          },
          closed,
        ),
        {
          maxItems: 8,
          description: 'Asked once after each greeting, when it harms nobody. An ack ends the answer.',
        },
      ),
    },
    closed,
  );

export const pollSchema = (activities: readonly string[]) =>
  Type.Object(
    {
      ask: Type.Array(askSchema(), { minItems: 1, maxItems: 4, description: 'In turn.' }),
      everyMs: Type.Unsafe<Record<string, number> & { other: number }>(
        Type.Object(
          {
            other: pollTime('In every activity that has no time of its own.'),
            ...Object.fromEntries(
              activities.map((word) => [word, Type.Optional(pollTime('In this activity.'))]),
            ),
          },
          closed,
        ),
      ),
      answerMs: millis({
        least: 100,
        most: 10_000,
        description: 'A poll without a status for so long is missed.',
      }),
      missAfter: Type.Integer({
        minimum: 1,
        maximum: 20,
        description: 'So many missed polls in a row are silence.',
      }),
    },
    closed,
  );
const askSchema = () =>
  Type.Object(
    {
      send: send(),
      unless: Type.Optional(
        Type.Object(
          {
            frames: Type.Array(frameId('A frame with this id.'), { minItems: 1, maxItems: 4 }),
            withinMs: millis({ least: 500, most: 60_000, description: 'Heard so lately: not asked.' }),
          },
          closed,
        ),
      ),
    },
    closed,
  );
const pollTime = (description: string) => millis({ least: profileLimits.pollMs, most: 60_000, description });

export const deriveSchema = () =>
  Type.Object(
    {
      slowMs: millis({ least: 200, most: 10_000, description: 'A slower answer waits behind a command.' }),
      busyMs: millis({ least: 500, most: 60_000, description: 'A busy line holds for so long.' }),
      slackC: Type.Number({
        minimum: 0.5,
        maximum: 20,
        description: 'So many °C under its target a heater is heating; four times as many once it was there.',
      }),
      stillMs: millis({
        least: 1000,
        most: 60_000,
        description: 'A position that does not change for so long stands still.',
      }),
      fileStillMs: millis({
        least: 1000,
        most: 600_000,
        description: 'A print file that is not read on for so long is held.',
      }),
      cancelMs: millis({ least: 0, most: 60_000, description: 'How long cancelling is shown.' }),
      staleMs: millis({ least: 1000, most: 60_000, description: 'An older clue is none.' }),
    },
    { ...closed, description: 'For a firmware without a status line: how its clues make a state.' },
  );

export const silenceSchema = (activity: ActivityWord) =>
  Type.Object(
    {
      activity,
      forMs: millis({
        least: 1000,
        most: 600_000,
        description: 'Beyond that silence means that the link is lost.',
      }),
      unless: Type.Optional(capabilityName('Not of a controller that has told this capability.')),
    },
    closed,
  );

export const jobSchema = (activity: ActivityWord) =>
  Type.Object(
    {
      starts: Type.Object(
        {
          activity,
          forMs: millis({ least: 0, most: 60_000, description: 'Seen for so long.' }),
          notAfter: Type.Array(activity, { maxItems: 8 }),
        },
        closed,
      ),
      ends: Type.Object(
        {
          event: Type.Enum(['program.end'], { description: 'This event: completed.' }),
          idleMs: millis({
            least: 1000,
            most: 600_000,
            description:
              'Idle for so long: ended, result unknown. One idle status is never the end of a job.',
          }),
        },
        {
          ...closed,
          description: 'A greeting in mid-job is always aborted; an alarm ends as its code says.',
        },
      ),
    },
    closed,
  );

export const enableSchema = () =>
  Type.Object(
    {
      on: enableLine('Gives the machine the permission to run; it must start nothing.'),
      off: enableLine('Takes it away; sent only when access has ended, never to stop a job.'),
      query: enableLine('Asks for it; answered by a frame of the kind permission.'),
      everyMs: millis({ least: 1000, most: 60_000, description: 'Asked so often while nothing blocks.' }),
    },
    {
      ...closed,
      description:
        'For a firmware with a true permission to run; only machines whose switch is their controller use it.',
    },
  );
const enableLine = (description: string) =>
  Type.Object({ line: Type.String({ pattern: '^[ -~]{1,79}$', description }) }, closed);

export const intentSchema = (activity: ActivityWord) =>
  Type.Object(
    {
      limitMs: millis({
        least: 500,
        most: profileLimits.intentMs,
        description: 'For the whole, from the request on.',
      }),
      leaves: leavesSchema(),
      ways: Type.Array(
        Type.Object(
          {
            from: Type.Array(activity, { minItems: 1 }),
            steps: Type.Array(
              Type.Object(
                {
                  send: Type.Optional(send()),
                  await: Type.Optional(awaitSchema(activity)),
                },
                { ...closed, minProperties: 1, maxProperties: 1 },
              ),
              { minItems: 2, maxItems: profileLimits.stepsPerWay },
            ),
          },
          closed,
        ),
        {
          minItems: 1,
          maxItems: 4,
          description: 'In an activity without a way the engine waits, then says refused.',
        },
      ),
    },
    closed,
  );
/** Facts of the worst of its ways; what the firmware has nothing of is left out. */
const leavesSchema = () =>
  Type.Object(
    {
      spindle: Type.Optional(Type.Enum(['off', 'on', 'unknown'])),
      laser: Type.Optional(Type.Enum(['off', 'on', 'unknown'])),
      heat: Type.Optional(Type.Enum(['off', 'on', 'unknown'])),
      position: Type.Optional(Type.Enum(['kept', 'lost', 'unknown'])),
    },
    {
      ...closed,
      minProperties: 1,
      description: 'In what state the machine is once this was confirmed; shown on its page.',
    },
  );
const awaitSchema = (activity: ActivityWord) =>
  Type.Object(
    {
      frame: Type.Optional(frameId('A frame with this id.')),
      activity: Type.Optional(Type.Array(activity, { minItems: 1 })),
      substate: Type.Optional(Type.Array(substate(), { minItems: 1 })),
      withinMs: millis({
        least: 100,
        most: profileLimits.intentMs,
        description: 'Else the intent has failed.',
      }),
    },
    { ...closed, description: 'The frame, or a status with one of these activities (and substates).' },
  );
