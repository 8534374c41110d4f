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

  useEffect(() => plot.current?.draw(props.view), [props.view]);

  return <div class={props.class} ref={host} aria-hidden="true" />;
}
