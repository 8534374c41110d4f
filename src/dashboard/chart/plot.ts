// Draws one chart with uPlot: line with its least-to-greatest band, gaps as hatched bands, and a dotted rule at now.
// Loaded only when a chart is on the screen.

import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { formatReading, type Place } from '../format.ts';
import { palette, type Theme, tones } from '../look/tokens.ts';
import type { ChartData, Gap } from './chart-data.ts';

export type PlotOptions = {
  readonly host: HTMLElement;
  readonly theme: Theme;
  readonly form: 'line' | 'stepped' | 'filled';
  readonly widthPx: number;
  /** Null draws no axes: the small chart of a card. */
  readonly axes: {
    readonly place: Place;
    readonly unit: string;
    /** How times are told below the chart: hours, or days. */
    formatTick(atMs: number, place: Place): string;
    noData(gap: Gap): string;
  } | null;
};

export type PlotView = {
  readonly data: ChartData;
  readonly fromMs: number;
  readonly nowMs: number;
  readonly range: readonly [number, number];
};

export type Plot = {
  draw(view: PlotView): void;
  /** Puts the cursor there; null takes it away. */
  point(atMs: number | null): void;
  close(): void;
};

/** Space to the right of now, as a share of the time shown, so that its rule is seen. */
const aheadShare = 0.012;

/** Puts a chart into `host` and keeps its size. */
export function createPlot({ host, theme, form, widthPx, axes }: PlotOptions): Plot {
  let view: PlotView | null = null;
  const colours = palette[theme];
  // A line through one sample is nothing to see, so that one is drawn as a point.
  const filter = () => [...(view?.data.lone ?? [])];
  const points = { show: false, filter, size: 3 * widthPx, fill: colours.series1 };
  const line = { stroke: colours.series1, width: widthPx, points, spanGaps: false };
  const paths = form === 'stepped' ? uPlot.paths.stepped?.({ align: 1 }) : uPlot.paths.linear?.();
  const bound: uPlot.Series = { width: 0, points: { show: false }, ...(paths && { paths }) };
  const plot = new uPlot(
    {
      ...sizeOf(host),
      padding: axes === null ? [4, 1, 2, 1] : [12, 24, 0, 0],
      legend: { show: false },
      cursor: axes === null ? { show: false } : { y: false, drag: { x: false, y: false } },
      scales: {
        x: { time: true, range: () => timeRange(view) },
        y: { range: () => [...(view?.range ?? [0, 1])] as [number, number] },
      },
      series: [
        {},
        { ...line, ...(paths && { paths }), ...(form === 'filled' && { fill: `${colours.series1}33` }) },
        bound,
        bound,
      ],
      bands: [{ series: [3, 2], fill: `${colours.series1}40` }],
      axes: axes === null ? [{ show: false }, { show: false }] : fullAxes(axes, theme),
      ...(axes !== null && {
        tzDate: (seconds: number) => uPlot.tzDate(new Date(seconds * 1000), axes.place.timezone),
      }),
      hooks: {
        drawClear: [
          (self) => {
            for (const gap of view?.data.gaps ?? []) drawGap(self, { gap, theme, noData: axes?.noData });
          },
        ],
        draw: [(self) => view !== null && drawNow(self, { nowMs: view.nowMs, colour: colours.line })],
      },
    },
    [[], [], [], []],
    host,
  );
  const observer = new ResizeObserver(() => plot.setSize(sizeOf(host)));
  observer.observe(host);

  return {
    draw(next) {
      view = next;
      const { times, means, mins, maxes } = next.data;
      plot.setData([[...times], [...means], [...mins], [...maxes]]);
    },
    point(atMs) {
      const left = atMs === null ? -10 : plot.valToPos(atMs / 1000, 'x');
      plot.setCursor({ left, top: atMs === null ? -10 : 0 });
    },
    close() {
      observer.disconnect();
      plot.destroy();
    },
  };
}

function sizeOf(host: HTMLElement): { width: number; height: number } {
  return { width: Math.max(1, host.clientWidth), height: Math.max(1, host.clientHeight) };
}

function timeRange(view: PlotView | null): [number, number] {
  if (view === null) return [0, 1];
  const aheadMs = (view.nowMs - view.fromMs) * aheadShare;
  return [view.fromMs / 1000, (view.nowMs + aheadMs) / 1000];
}

function fullAxes(axes: NonNullable<PlotOptions['axes']>, theme: Theme): uPlot.Axis[] {
  const { place, unit } = axes;
  const colours = palette[theme];
  const look = {
    stroke: colours.text2,
    font: '14px "Atkinson Hyperlegible Next Variable", sans-serif',
    grid: { stroke: colours.hair, width: 1 },
    ticks: { show: false },
  };
  const label = (value: number) => formatReading(value, { unit, locale: place.locale });
  return [
    {
      ...look,
      size: 32,
      values: (_self, splits) => splits.map((seconds) => axes.formatTick(seconds * 1000, place)),
    },
    {
      ...look,
      values: (_self, splits) => splits.map(label),
      size: (self, values) => 16 + widest(self.ctx, values ?? []) / devicePixelRatio,
    },
  ];
}

/** In device pixels, for the font of the axis. */
function widest(context: CanvasRenderingContext2D, labels: readonly string[]): number {
  context.font = `${14 * devicePixelRatio}px "Atkinson Hyperlegible Next Variable", sans-serif`;
  return Math.max(0, ...labels.map((label) => context.measureText(label).width));
}

/** A hatched band from the last sample before the gap to the first one after it, with its times where they fit. */
function drawGap(
  self: uPlot,
  { gap, theme, noData }: { gap: Gap; theme: Theme; noData: ((gap: Gap) => string) | undefined },
): void {
  const { ctx, bbox } = self;
  const left = Math.max(bbox.left, self.valToPos(gap.fromMs / 1000, 'x', true));
  const right = Math.min(bbox.left + bbox.width, self.valToPos(gap.toMs / 1000, 'x', true));
  if (right <= left) return;
  const { tint, edge, ink } = tones[theme].blank;
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, bbox.top, right - left, bbox.height);
  ctx.clip();
  ctx.fillStyle = tint;
  ctx.fill();
  ctx.strokeStyle = edge;
  ctx.lineWidth = devicePixelRatio;
  ctx.beginPath();
  const step = 9 * devicePixelRatio;
  for (let x = left - bbox.height; x < right; x += step) {
    ctx.moveTo(x, bbox.top + bbox.height);
    ctx.lineTo(x + bbox.height, bbox.top);
  }
  ctx.stroke();
  if (noData !== undefined) drawGapLabel(ctx, { text: noData(gap), left, right, top: bbox.top, tint, ink });
  ctx.restore();
}

function drawGapLabel(
  ctx: CanvasRenderingContext2D,
  {
    text,
    left,
    right,
    top,
    tint,
    ink,
  }: { text: string; left: number; right: number; top: number; tint: string; ink: string },
): void {
  const size = 14 * devicePixelRatio;
  ctx.font = `${size}px "Atkinson Hyperlegible Next Variable", sans-serif`;
  const { width } = ctx.measureText(text);
  if (width + size > right - left) return;
  const x = (left + right - width) / 2;
  ctx.fillStyle = tint;
  ctx.fillRect(x - size / 2, top + size * 0.5, width + size, size * 1.6);
  ctx.fillStyle = ink;
  ctx.textBaseline = 'middle';
  ctx.fillText(text, x, top + size * 1.3);
}

function drawNow(self: uPlot, { nowMs, colour }: { nowMs: number; colour: string }): void {
  const { ctx, bbox } = self;
  const x = self.valToPos(nowMs / 1000, 'x', true);
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.5 * devicePixelRatio;
  ctx.setLineDash([1.5 * devicePixelRatio, 3 * devicePixelRatio]);
  ctx.beginPath();
  ctx.moveTo(x, bbox.top);
  ctx.lineTo(x, bbox.top + bbox.height);
  ctx.stroke();
  ctx.restore();
}
