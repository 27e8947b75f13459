"""The pictures of docs/performance.md: bars and lines as plain SVG."""
from xml.sax.saxutils import escape

WIDTH, ROW, LEFT, RIGHT, TOP = 860, 26, 250, 90, 44
LEGEND_COLUMNS, LEGEND_WIDTH = 5, 120
COLOURS = ("#1b5e8c", "#c4572e", "#4d8a50", "#8a6aa8", "#b08a2e", "#5b6770", "#9c4a6b", "#2e8f8a")
STYLE = "font-family='sans-serif' font-size='13'"


def of(kind, groups, median, medians):
    """Names and drawings of one report."""
    scenarios = [s for group in groups for s in group.scenarios if any(r["valid"] for r in s.rounds)]
    if not scenarios:
        return
    if kind == "soak":
        rounds = scenarios[0].rounds
        yield "soak.svg", lines("Memory, MiB, half minute by half minute", {
            name: [r["memory"][name] for r in rounds] for name in rounds[0]["memory"]})
        return
    if kind == "growth":
        for group in groups:
            if len(group.scenarios) > 1:
                yield f"growth-{group.name}.svg", bars(
                    "CPU, microseconds a request", [(s.name, medians(s, "cpu")) for s in group.scenarios])
        instances = [s for group in groups if len(group.scenarios) == 1 for s in group.scenarios]
        if instances:
            yield "growth-instances.svg", bars(
                "CPU, microseconds a request", [(s.name, medians(s, "cpu")) for s in instances])
        return
    prefix = "peers-" if kind == "peers" else ""
    yield prefix + "rates.svg", bars("Requests a second", [(s.name, {"": median(s, "rate")}) for s in scenarios])
    yield prefix + "cpu.svg", bars("CPU, microseconds a request", [(s.name, medians(s, "cpu")) for s in scenarios])
    yield prefix + "times.svg", bars("p50, p99 and p99.9 at half of what there can be, milliseconds", [
        (s.name, steps({key: median(s, key, True) / 1000 for key in ("p50", "p99", "p999")})) for s in scenarios])
    if kind == "peers":
        yield "peers-memory.svg", bars("Memory, MiB", [(s.name, medians(s, "memory")) for s in scenarios])


def steps(values):
    """Each percentile as what it adds to the one before, so that the stack ends at the last."""
    before, added = 0, {}
    for name, value in values.items():
        added[name] = max(value - before, 0)
        before = max(value, before)
    return added


def bars(title, rows):
    """One stacked bar a row; rows are (name, {part: value})."""
    parts = list(dict.fromkeys(part for _, values in rows for part in values))
    longest = max((sum(values.values()) for _, values in rows), default=0) or 1
    scale = (WIDTH - LEFT - RIGHT) / longest
    height = TOP + ROW * len(rows) + ROW * -(-len(parts) // LEGEND_COLUMNS) + 8
    drawing = [f"<svg xmlns='http://www.w3.org/2000/svg' width='{WIDTH}' height='{height}' viewBox='0 0 {WIDTH} {height}' "
               f"role='img' aria-label='{escape(title)}' {STYLE}>",
               f"<rect width='{WIDTH}' height='{height}' fill='white'/>",
               f"<text x='12' y='24' font-weight='bold'>{escape(title)}</text>"]
    for number, (name, values) in enumerate(rows):
        y, x = TOP + ROW * number, LEFT
        drawing.append(f"<text x='{LEFT - 8}' y='{y + 14}' text-anchor='end'>{escape(name)}</text>")
        for part, value in values.items():
            width = value * scale
            drawing.append(f"<rect x='{x:.1f}' y='{y}' width='{width:.1f}' height='{ROW - 8}' "
                           f"fill='{COLOURS[parts.index(part) % len(COLOURS)]}'><title>{escape(part)} {value:.1f}</title></rect>")
            x += width
        drawing.append(f"<text x='{x + 6:.1f}' y='{y + 14}'>{amount(sum(values.values()))}</text>")
    drawing += legend(parts, TOP + ROW * len(rows) + 18)
    return "\n".join(drawing + ["</svg>", ""])


def lines(title, series):
    """One line for each name: {name: values at equal distances}; the scale begins at 0."""
    high = -(-max(max(values) for values in series.values()) // 100) * 100
    width, floor = WIDTH - LEFT - RIGHT, TOP + 200
    drawing = [f"<svg xmlns='http://www.w3.org/2000/svg' width='{WIDTH}' height='{floor + 50}' viewBox='0 0 {WIDTH} {floor + 50}' "
               f"role='img' aria-label='{escape(title)}' {STYLE}>",
               f"<rect width='{WIDTH}' height='{floor + 50}' fill='white'/>",
               f"<text x='12' y='24' font-weight='bold'>{escape(title)}</text>"]
    for part in range(5):
        y = floor - 50 * part
        drawing.append(f"<line x1='{LEFT}' y1='{y}' x2='{LEFT + width}' y2='{y}' stroke='#dddddd'/>")
        drawing.append(f"<text x='{LEFT - 8}' y='{y + 4}' text-anchor='end'>{high * part / 4:.0f}</text>")
    for number, (name, values) in enumerate(series.items()):
        points = " ".join(f"{LEFT + width * at / max(len(values) - 1, 1):.1f},{floor - 200 * value / high:.1f}"
                          for at, value in enumerate(values))
        drawing.append(f"<polyline points='{points}' fill='none' stroke='{COLOURS[number % len(COLOURS)]}' stroke-width='2'>"
                       f"<title>{escape(name)}</title></polyline>")
    drawing += legend(list(series), floor + 32)
    return "\n".join(drawing + ["</svg>", ""])


def amount(value):
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}"


def legend(parts, y):
    for number, part in enumerate(parts):
        if part:
            x = LEFT + LEGEND_WIDTH * (number % LEGEND_COLUMNS)
            line = y + ROW * (number // LEGEND_COLUMNS)
            yield f"<rect x='{x}' y='{line - 10}' width='11' height='11' fill='{COLOURS[number % len(COLOURS)]}'/>"
            yield f"<text x='{x + 15}' y='{line}'>{escape(part)}</text>"
