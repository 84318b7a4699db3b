import { SERVICES } from '#apps/standalone/src/services';
import { source } from '#tests/architecture/sources';
import { alerts, metricsIn, metricsNamed, panels, scraped } from '#tests/deploy/metrics-named';
import { anchorsOf } from '#tests/docs/links';

const RUNBOOK = 'deploy/runbook.md';

describe('the alerts', () => {
  const all = alerts();

  it('each say what is the matter, for how long, how bad it is, and where it is told what to do', () => {
    expect(all.length).toBeGreaterThan(6);
    for (const { alert, for: lasting, labels, annotations } of all) {
      expect(alert).toMatch(/^Aanzet[A-Z][A-Za-z]+$/);
      expect(lasting).toMatch(/^\d+[mh]$/);
      expect([alert, labels['severity']]).toEqual([alert, expect.stringMatching(/^(critical|warning|info)$/)]);
      expect([alert, annotations['summary']]).toEqual([alert, expect.any(String)]);
    }
    expect(new Set(all.map(({ alert }) => alert)).size).toBe(all.length);
  });

  it('lead to a section of the runbook that names them', () => {
    const { text } = source(RUNBOOK);
    const anchors = anchorsOf(text);
    for (const { alert, annotations } of all) {
      const [page, anchor = ''] = (annotations['runbook'] ?? '').split('#');
      expect([alert, page, anchors.has(anchor)]).toEqual([alert, RUNBOOK, true]);
      expect(text).toContain(`\`${alert}\``);
    }
    const named = [...text.matchAll(/^`(Aanzet\w+)`/gm)].map(([, alert]) => alert);
    expect(named.filter((alert) => !all.some((one) => one.alert === alert))).toEqual([]);
  });

  it('are in the language of Prometheus', () => {
    for (const { expr } of all) expect(metricsIn(expr).length).toBeGreaterThan(0);
    expect(() => metricsIn('max(aanzet_watch_delay >')).toThrow(SyntaxError);
    expect(metricsIn('sum by (le) (rate(a_bucket{job="x"}[5m])) > on (b) c offset 1w')).toEqual(['a_bucket', 'c']);
  });
});

describe('what Prometheus fetches without the operator', () => {
  it('is that of every service', () => {
    expect([...scraped()].sort()).toEqual(SERVICES.map(({ name }) => name).sort());
  });
});

describe('the dashboard', () => {
  it('shows what the alerts watch', () => {
    const shown = new Set(panels().flatMap(({ targets }) => targets.flatMap(({ expr }) => metricsIn(expr))));
    const watched = new Set(alerts().flatMap(({ expr }) => metricsIn(expr)));
    expect([...watched].filter((name) => !shown.has(name))).toEqual([]);
    expect(metricsNamed().has('up')).toBe(false);
  });

  it('lays its panels beside each other', () => {
    const all = panels();
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { title, gridPos: a } of all) {
      expect([title, a.x + a.w <= 24]).toEqual([title, true]);
      const over = all.filter(
        ({ title: other, gridPos: b }) =>
          other !== title && a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h,
      );
      expect([title, over]).toEqual([title, []]);
    }
  });
});
