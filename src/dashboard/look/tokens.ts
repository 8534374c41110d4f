// The colours, as data: the style sheet, the charts and the contrast test all read them here.
// Each tone has five uses: `fill` with glyph `on`; `tint` with word `ink`; `edge` for outlines and patterns.

export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const toneNames = ['quiet', 'work', 'heat', 'ask', 'alarm', 'care', 'blank'] as const;
export type ToneName = (typeof toneNames)[number];
export type Tone = {
  readonly fill: string;
  readonly on: string;
  readonly tint: string;
  readonly ink: string;
  readonly edge: string;
};

const light = {
  canvas: '#f3f2ef',
  surface: '#ffffff',
  sunken: '#e8e7e3',
  text: '#191d22',
  text2: '#454b52',
  text3: '#5b6168',
  hair: '#d5d4cf',
  line: '#7b8187',
  focus: '#191d22',
  accent: '#265c40',
  onAccent: '#f8fdfa',
  accentTint: '#e0f2e6',
  danger: '#b7191c',
  onDanger: '#ffffff',
  series1: '#144c9b',
  series2: '#bb5b24',
  series3: '#28a497',
};

const dark: Record<keyof typeof light, string> = {
  canvas: '#0d1115',
  surface: '#171c21',
  sunken: '#080a0e',
  text: '#f1f0ec',
  text2: '#b9bec4',
  text3: '#9ca2a9',
  hair: '#33393f',
  line: '#7a8188',
  focus: '#f1f0ec',
  accent: '#88d1a6',
  onAccent: '#091a11',
  accentTint: '#1c3125',
  danger: '#fb756e',
  onDanger: '#1b0a09',
  series1: '#5392dc',
  series2: '#f8a052',
  series3: '#77e0d3',
};

export const palette = { light, dark } as const;

export const tones: Readonly<Record<Theme, Readonly<Record<ToneName, Tone>>>> = {
  light: {
    quiet: { fill: '#ffffff', on: '#191d22', tint: '#ffffff', ink: '#191d22', edge: '#6e757d' },
    work: { fill: '#11458c', on: '#ffffff', tint: '#e4eefc', ink: '#144c9b', edge: '#2a61b1' },
    heat: { fill: '#eb762f', on: '#241005', tint: '#feeadb', ink: '#8d4315', edge: '#c95b0a' },
    ask: { fill: '#fddc5b', on: '#2a1c03', tint: '#fdf3cd', ink: '#6c510a', edge: '#a1790c' },
    alarm: { fill: '#ce0e1a', on: '#ffffff', tint: '#fce7e6', ink: '#ac0311', edge: '#d01d21' },
    care: { fill: '#ddb2ea', on: '#29172e', tint: '#f4e8f8', ink: '#76338a', edge: '#9550a9' },
    blank: { fill: '#818589', on: '#191d22', tint: '#e8e7e3', ink: '#454b52', edge: '#5d646b' },
  },
  dark: {
    quiet: { fill: '#171c21', on: '#f1f0ec', tint: '#171c21', ink: '#f1f0ec', edge: '#8c939b' },
    work: { fill: '#5392dc', on: '#06101c', tint: '#1a2a43', ink: '#91c2fa', edge: '#5b9ce3' },
    heat: { fill: '#f68e40', on: '#210e03', tint: '#3d2515', ink: '#fbb275', edge: '#ec7b38' },
    ask: { fill: '#fde56f', on: '#241900', tint: '#392f14', ink: '#f8da64', edge: '#e0ba31' },
    alarm: { fill: '#d62526', on: '#ffffff', tint: '#431614', ink: '#faa29f', edge: '#f75d59' },
    care: { fill: '#e3b3f2', on: '#1b0e1f', tint: '#34223a', ink: '#e1b4f0', edge: '#c281d6' },
    blank: { fill: '#3e4349', on: '#f1f0ec', tint: '#080a0e', ink: '#b9bec4', edge: '#8c939b' },
  },
};

/** Every token of a theme under the name of its CSS custom property, without the dashes. */
export function tokens(theme: Theme): ReadonlyMap<string, string> {
  const all = new Map<string, string>(Object.entries(palette[theme]));
  for (const tone of toneNames) {
    for (const [use, hex] of Object.entries(tones[theme][tone])) all.set(`${tone}-${use}`, hex);
  }
  return all;
}
