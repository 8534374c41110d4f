// The sentences in English: what happened, why, what to do. Whole sentences only; a value stands in braces.

export const en: ReadonlyMap<string, string> = new Map([
  ['granted', '{machine} is yours. Tap again when you have finished.'],
  [
    'granted-bypassed',
    '{machine} is yours because you are staff. Others would be refused ({codes}); this is on record.',
  ],
  ['granted-lesson', '{machine} is open for a lesson. The learner or the trainer taps again to finish.'],
  [
    'certificate-earned',
    'Finished on {machine}. You have earned the certificate {certificate} and may now use it alone.',
  ],
  ['ended', 'Finished on {machine}. The power goes off now.'],
  ['ending-job', 'Your session on {machine} is over. The job may finish; you are not billed for it.'],
  ['tap-late', 'This tap came too late to be yours still. Tap again if you are at the machine.'],
  ['badge-unknown', 'We do not know this badge. If it is yours, ask a steward to add it.'],
  [
    'badge-ambiguous',
    'This reader cannot tell your badge from another one. Use another reader, or ask a steward for another badge.',
  ],
  ['badge-enrolled', 'This badge is yours now. From here on it opens what you may use.'],
  ['spelling-learnt', 'Thank you. The gateway now knows how this reader writes badges.'],
  ['badge-random', 'This card shows a new number at each tap, as telephones do. Bring another card.'],
  ['badge-partial', 'This reader sees too little of the card to enrol it. Enrol it at another reader.'],
  [
    'badge-taken',
    'This card is somebody’s badge already. Bring another one, or ask a steward to take it away first.',
  ],
  ['badge-limit', 'You have eight badges already. Ask a steward to take one away first.'],
  ['badge-strange', 'This is not the badge that was asked for. Hold that one to the reader.'],
  ['pin-missing', '{machine} also asks for your PIN. Type it, then tap again.'],
  ['pin-wrong', 'This PIN is not right. After five wrong ones it is locked for a day.'],
  [
    'pin-locked',
    'Your PIN is locked after five wrong ones. It opens again after a day, or ask a steward for a new one.',
  ],
  ['pin-unset', '{machine} asks for a PIN, and you have none yet. Set one on your page, or ask a steward.'],
  ['pin-unchecked', 'Too many PINs are being checked at once. Wait a moment and tap again.'],
  [
    'badge-unproven',
    'This badge could not prove that it is one of ours. Hold it still on the reader, or ask a steward.',
  ],
  ['tap-replayed', 'This tap was used before. Hold the badge to the reader once more.'],
  ['badge-replayed', 'This reading of your badge was used before. Hold the badge to the reader once more.'],
  ['badge-weak', '{machine} asks for a badge that cannot be copied. Ask a steward for one.'],
  ['badge-unreadable', 'This badge could not be read. Hold it still on the reader for a second.'],
  [
    'member-suspended',
    'Your membership is suspended, so machines stay locked for you. A steward can tell you more.',
  ],
  [
    'certificate-missing',
    '{machine} needs the certificate {certificate}. You do not have it yet; ask a trainer for a course.',
  ],
  [
    'certificate-expired',
    '{machine} needs the certificate {certificate}. Yours ended on {until}; ask a trainer for a refresher.',
  ],
  [
    'lesson-offered',
    '{machine} needs the certificate {certificate}. You do not have it yet; a trainer can tap here within 60 seconds to teach you.',
  ],
  [
    'certificate-unused',
    '{machine} needs the certificate {certificate}. Yours lapsed on {until} after {days} days without use; ask a trainer for a refresher.',
  ],
  [
    'certificate-level',
    '{machine} needs the certificate {certificate} at the level {level}, and yours is lower. Ask a trainer.',
  ],
  ['membership-not-begun', 'Your membership begins on {from}. Come back then, or ask a steward.'],
  ['membership-ended', 'Your membership ended on {until}. Ask a steward to prolong it.'],
  ['nothing-left', 'Nothing is left that could pay. Top up at the desk: at least {missing}.'],
  ['plan-hours', 'Your plan {plan} does not hold at this hour. It does again from {from}.'],
  ['plan-unknown', 'Your plan {plan} is not described here any more. Tell a steward.'],
  [
    'clock-unset',
    'The clock of the gateway is not set, so we cannot check dates. Tell a steward; running machines go on.',
  ],
  [
    'machine-locked',
    'Somebody locked {machine} because something is wrong. A steward looks at it and unlocks it.',
  ],
  ['machine-out-of-order', '{machine} is out of order. A steward can tell you when it will be mended.'],
  ['machine-out-of-order-note', '{machine} is out of order: {note}. A steward can tell you more.'],
  ['machine-retired', '{machine} is not used any more. Choose another machine, or ask a steward.'],
  [
    'machine-in-maintenance',
    '{machine} is being maintained, so only stewards may start it. Come back when it is in production.',
  ],
  ['space-closed', '{space} is closed now. It opens on {until}.'],
  ['machine-closed', '{machine} may not be used at this hour. It may again from {until}.'],
  ['closed-for-long', 'This is closed for at least two weeks. Ask a steward when it opens again.'],
  ['quiet-hours', '{machine} is too loud for the quiet hours. It may run again from {until}.'],
  [
    'space-full',
    '{space} is full: {present} people are inside. Your page here tells you when there is a place.',
  ],
  [
    'people-missing',
    '{machine} needs {needed} people and {present} would be there. Ask somebody to tap in at the entrance.',
  ],
  ['people-asked', '{machine} needs a second person. Let another member tap here within a minute.'],
  [
    'people-short',
    '{machine} needs {needed} people and {present} are there. It ends in a minute unless somebody comes back.',
  ],
  [
    'granted-witness',
    '{machine} starts for the member who tapped before you, and you stand by. Stay while it runs.',
  ],
  ['presence-entered', 'Welcome. You are counted as inside now; tap again when you leave.'],
  [
    'presence-bypassed',
    'Welcome, because you are staff. Others would be refused ({codes}); this is on record. Tap again when you leave.',
  ],
  ['presence-left', 'Goodbye. You are counted as outside now.'],
  ['entrance-leave-only', 'This reader is for leaving, and you are not inside. Tap in at the entrance.'],
  ['machine-in-use', 'Another member has held {machine} since {since}. Come back when it is free.'],
  [
    'machine-ending',
    '{machine} is still finishing the session before yours. Tap again when its power is off.',
  ],
  ['machine-unknown', 'This reader asked for a machine that is not described here. Tell a steward.'],
  ['reader-unassigned', 'This reader belongs to no machine yet. Tell a steward.'],
  ['machine-ambiguous', 'This reader serves several machines. Choose yours first, then tap.'],
  [
    'job-held',
    'A job of another member is still held on {machine}. Ask a steward to clear it before you begin.',
  ],
  [
    'machine-latched',
    '{machine} was stopped because of {monitor} and stays locked. Ask a steward to look at it and release it.',
  ],
  [
    'monitor-bad',
    '{machine} stays locked: {monitor} is out of its limits ({value}). It opens when that is good again; if it lasts, tell a steward.',
  ],
  [
    'monitor-silent',
    '{machine} stays locked: {monitor} cannot be heard. Wait a moment and tap again; if it lasts, tell a steward.',
  ],
  [
    'self-check-failed',
    '{machine} is running already although nobody holds it. Keep away from it and tell a steward.',
  ],
  [
    'machine-problem',
    'Somebody found {machine} unsafe, so nobody can begin there. A steward looks at it first; ask them.',
  ],
  [
    'journal-full',
    'The disk of the gateway is full, so nothing new can start. Tell a steward; running machines go on.',
  ],
  ['journal-behind', 'The gateway could not write down what came before. Wait a moment and tap again.'],
  [
    'journal-broken',
    'The gateway cannot write its journal, so nothing new can start. Tell a steward; running machines go on.',
  ],
  [
    'tap-invalid',
    'The reader sent something that we do not understand. Tap again; if it goes on, tell a steward.',
  ],
  [
    'cost-code-unknown',
    'The cost code {code} is not here, or is not for you. Choose another one, or tap without it.',
  ],
  ['handed-over', '{machine} is yours now, from this moment on. Tap again when you have finished.'],
  ['handed-over-job', '{machine} is yours now, with the job that is on it. You pay from this moment on.'],
  ['handed-over-from', '{machine} is in other hands now. You pay for it up to this moment.'],
  [
    'hand-over-opened',
    'Whoever taps {machine} within a minute takes it over. Tap again if you would rather finish.',
  ],
  ['kept', '{machine} stays yours. Tap again when you have finished.'],
  ['ends-idle', 'Nothing has moved on {machine} for a while. Your session ends at {at}; tap to keep it.'],
  ['ends-longest', 'Your session on {machine} ends at {at}: it has reached the longest that is allowed.'],
  ['ends-hours', 'The workshop closes. Your session on {machine} ends at {at}.'],
  ['ends-ceiling', 'Your session on {machine} ends at about {at}: it then costs what you wanted to spend.'],
  ['ends-certificate', 'Your session on {machine} ends at {at}: a certificate that it needs ends then.'],
  [
    'ends-trainer-certificate',
    'Your lesson on {machine} ends at {at}: what your trainer needs in order to teach it ends then.',
  ],
  [
    'ends-trainer-membership',
    'Your lesson on {machine} ends at {at}: the membership of your trainer ends then.',
  ],
  [
    'lesson-over',
    'Your lesson on {machine} is over: your trainer may not teach it any more. Go on with another trainer, or ask a steward.',
  ],
  ['ends-turn', 'Your turn on {machine} ends at {at}.'],
  ['other', 'This is not possible now. Tell a steward the code {code}.'],
]);
