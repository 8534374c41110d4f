// A place for one chart: fetches the drawing code when it is first needed, and draws anew once a second or when the theme changes.

import { useEffect, useRef } from 'preact/hooks';
import { theme } from '../look/theme.ts';
import type { Plot, PlotOptions, PlotView } from './plot.ts';

export function ChartView(props: {
  readonly form: PlotOptions['form'];
  readonly widthPx: number;
  readonly axes: PlotOptions['axes'];
  readonly view: PlotView;
  readonly class: string;
  /** Where the keys point at; left out or null: nowhere. */
  readonly atMs?: number | null;
}) {
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<Plot | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const drawn = theme.value;
  const unit = props.axes?.unit;

  useEffect(() => {
    let closed = false;
    void import('./plot.ts').then(({ createPlot }) => {
      if (closed || host.current === null) return;
      const { form, widthPx, axes, view } = latest.current;
      plot.current = createPlot({ host: host.current, theme: drawn, form, widthPx, axes });
      plot.current.draw(view);
    });
    return () => {
      closed = true;
      plot.current?.close();
      plot.current = null;
    };
  }, [drawn, props.form, props.widthPx, unit]);

  // What is scrolled away is drawn when it comes into view.
  const isSeen = useRef(true);
  useEffect(() => {
    if (host.current === null) return;
    const observer = new IntersectionObserver(([entry]) => {
      isSeen.current = entry?.isIntersecting ?? true;
      if (isSeen.current) plot.current?.draw(latest.current.view);
    });
    observer.observe(host.current);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (isSeen.current) plot.current?.draw(props.view);
  }, [props.view]);

  const { atMs = null } = props;
  useEffect(() => plot.current?.point(atMs), [atMs]);

  return <div class={props.class} ref={host} aria-hidden="true" />;
}
