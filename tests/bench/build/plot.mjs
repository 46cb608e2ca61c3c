// Cost against pages as a picture: processor seconds of a cold build, both axes logarithmic. Readable in light and dark.

const WIDTH = 720;
const HEIGHT = 430;
const LEFT = 62;
const RIGHT = 560;
const TOP = 46;
const BOTTOM = 374;

/** A colour that stands out on white and on black, and a form of its own for those who see no colours. */
const LOOKS = {
  Waymark: { colour: '#1a7f37', dark: '#56d364', mark: (x, y) => `<circle cx="${x}" cy="${y}" r="5"/>` },
  'Hugo + Pagefind': { colour: '#b35900', dark: '#f0a35e', mark: (x, y) => `<rect x="${x - 5}" y="${y - 5}" width="10" height="10"/>` },
  mdBook: { colour: '#6639ba', dark: '#c297ff', mark: (x, y) => `<path d="M${x} ${y - 6}l6 11h-12z"/>` },
};

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const round = (n) => Math.round(n * 10) / 10;
const number = (n) => (n >= 1000 ? n.toLocaleString('en') : String(n));

/** The powers of ten that hold all values. */
function decades(values) {
  const low = Math.floor(Math.log10(Math.min(...values)));
  return [low, Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))))];
}

/** @param {{ pages: number, programs: Record<string, { cold: { cpu: { median: number } } }> }[]} results */
export function plot(results) {
  const names = Object.keys(LOOKS).filter((name) => results.some(({ programs }) => programs[name]));
  const of = (name) => results.filter(({ programs }) => programs[name]);
  const cost = (result, name) => result.programs[name].cold.cpu.median;
  const [x0, x1] = decades(results.map(({ pages }) => pages));
  const [y0, y1] = decades(results.flatMap((result) => names.filter((name) => result.programs[name]).map((name) => cost(result, name))));
  const x = (pages) => round(LEFT + ((Math.log10(pages) - x0) / (x1 - x0)) * (RIGHT - LEFT));
  const y = (seconds) => round(BOTTOM - ((Math.log10(seconds) - y0) / (y1 - y0)) * (BOTTOM - TOP));
  const steps = (low, high) => Array.from({ length: high - low + 1 }, (_, i) => 10 ** (low + i));

  const lines = [];
  for (const at of steps(x0, x1)) lines.push(`<line class="grid" x1="${x(at)}" y1="${TOP}" x2="${x(at)}" y2="${BOTTOM}"/><text x="${x(at)}" y="${BOTTOM + 18}" text-anchor="middle">${number(at)}</text>`);
  for (const at of steps(y0, y1)) lines.push(`<line class="grid" x1="${LEFT}" y1="${y(at)}" x2="${RIGHT}" y2="${y(at)}"/><text x="${LEFT - 8}" y="${y(at) + 4}" text-anchor="end">${number(Number(at.toPrecision(1)))}</text>`);
  // Names at the ends of their lines, kept from lying on one another.
  const ends = names.map((name) => ({ name, at: y(cost(of(name).at(-1), name)) })).sort((a, b) => a.at - b.at);
  ends.forEach((end, i) => { if (i) end.at = Math.max(end.at, ends[i - 1].at + 34); });
  for (const name of names) {
    const points = of(name).map((result) => [x(result.pages), y(cost(result, name))]);
    const { at } = ends.find((end) => end.name === name);
    const last = of(name).at(-1);
    lines.push(`<g class="${name.split(' ')[0].toLowerCase()}"><polyline points="${points.map((point) => point.join(',')).join(' ')}"/>${points.map(([px, py]) => LOOKS[name].mark(px, py)).join('')}<text x="${points[points.length - 1][0] + 14}" y="${at + 1}">${escaped(name)}<tspan x="${points[points.length - 1][0] + 14}" dy="15">${cost(last, name) < 10 ? cost(last, name).toFixed(1) : Math.round(cost(last, name))} s</tspan></text></g>`);
  }
  const paint = (key) => names.map((name) => `.${name.split(' ')[0].toLowerCase()}{stroke:${LOOKS[name][key]};fill:${LOOKS[name][key]}}`).join('');
  const said = results.map((result) => `${number(result.pages)} pages: ${names.filter((name) => result.programs[name]).map((name) => `${name} ${cost(result, name).toFixed(1)} s`).join(', ')}`).join('; ');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="title desc">
<title id="title">Processor seconds of a cold build with search against the number of pages</title>
<desc id="desc">${escaped(said)}. Both axes are logarithmic.</desc>
<style>
svg{font:14px system-ui,sans-serif;background:#fff}text{fill:#1f2328;stroke:none}.grid{stroke:#d0d7de}polyline{fill:none;stroke-width:2.5}${paint('colour')}g text{font-weight:600}
@media(prefers-color-scheme:dark){svg{background:#0d1117}text{fill:#e6edf3}.grid{stroke:#373e47}${paint('dark')}}
</style>
<text x="${LEFT - 46}" y="24">processor seconds, cold build with search</text>
<text x="${(LEFT + RIGHT) / 2}" y="${HEIGHT - 14}" text-anchor="middle">pages</text>
${lines.join('\n')}
</svg>
`;
}
