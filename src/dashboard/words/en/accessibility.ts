// English for the page that says what people with disabilities may count on.

export const accessibility = {
  title: 'Accessibility',
  intro:
    'These pages are for everybody who uses the workshop. This page says what they keep to, how we know, and what we do not know.',
  met: 'What is met',
  metStandard:
    'The aim is WCAG 2.2 at level AA, in every room: board, machines, bookings, my page, desk, books, the screen beside a machine, and this page.',
  metKeys:
    'Everything can be reached and pressed with the keys alone. The focus is always seen, and Escape closes what was opened.',
  metSmall:
    'At 400 % everything stands in one column. Nothing has to be moved sideways but wide tables, in a frame of their own.',
  metColour: 'A state is a word, a shape and a picture before it is a colour, in light and in dark.',
  metMotion: 'Nothing blinks for long, and where your device asks for less motion nothing moves.',
  metSpeech:
    'A new alarm is read out at once, and only once; your own turn is read out when there is a pause. Progress is never read out.',
  tested: 'How it is tested',
  testedAxe:
    'At every change axe-core looks at every room, as each role, in light and in dark, and finds no violation of WCAG 2.2 A and AA.',
  testedKeys:
    'At every change a program goes through each room with the Tab key and checks that everything is reached, seen, and not covered.',
  testedWide:
    'At every change each room is measured 320 pixels wide, and each target is at least 24 pixels high and wide; beside a machine it is 20 millimetres.',
  testedColours:
    'At every change the contrast of every pair of colours is computed, also as people see it who tell colours apart differently.',
  unknown: 'What is not known',
  unknownReader:
    'Programs find about half of what can go wrong. Nobody has yet gone through all rooms with a screen reader as their daily means.',
  unknownPdf:
    'Invoices as PDF have no tags. The same invoice can be had as XML, and its amounts stand on the page.',
  unknownChart:
    'Charts are pictures. Beside each stands a table with the same figures, and a sentence with the value of now.',
  unknownDocs:
    'The description of the API for programmers, under /api/docs, is made by another project and was not tested.',
  tell: 'How to tell us',
  tellWho:
    'Tell a steward of this workshop, in whatever way suits you. They can also do at the desk whatever the page does not let you do.',
  tellWhat: 'Say which page it was, what you wanted to do, and what you use, for instance a screen reader.',
  tellElse: 'At a machine nobody needs these pages: a badge at its reader begins and ends a session.',
};
