package smart

import (
	"maps"
	"slices"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/marketing"
)

// checkDriver reports what is wrong with a driver that the host hands in. A metric
// that no plan has does no harm.
func checkDriver(d goal.Driver, field string, report kpi.Report) {
	if d.From == "" {
		report(field+".from", kpi.ErrEmptyID, "", "a driver needs a metric")
	}
	if d.To == "" {
		report(field+".to", kpi.ErrEmptyID, "", "a driver needs a metric")
	}
}

// Limits of the search for a path, so that no plan makes it slow: metrics that
// are further apart have little to do with each other.
const (
	longestPath = 6   // drivers
	mostVisited = 500 // metrics
)

// driverGraph is what moves what. A quotient goes up with its numerators and down
// with its denominators, and where it goes up, so do the numerators: a higher
// conversion rate gives more conversions. What moves a denominator moves the
// numerators too, and what leads in the theme of a goal what lags there; which way
// is open.
type driverGraph struct {
	drivers map[string][]drive         // by the metric that follows
	known   map[string]bool            // metrics that move something or are moved
	movers  map[string]map[string]bool // of a metric asked about: all that move it
}

// A drive is what moves a metric. Its sign is 0 if the direction is open, as of a
// metric above and below the line.
type drive struct {
	from string
	sign sign
}

type sign int8

// newDriverGraph returns the graph of some metrics' formulas and of drivers.
func newDriverGraph(metrics []kpi.Metric, drivers []goal.Driver) *driverGraph {
	g := &driverGraph{
		drivers: make(map[string][]drive), known: make(map[string]bool), movers: make(map[string]map[string]bool),
	}
	for _, d := range drivers {
		g.add(d.From, d.To, signOfDriver(d))
	}
	for _, m := range metrics {
		g.addFormula(m)
	}
	for theme := range marketing.Themes() {
		for _, lags := range theme.Lagging {
			for _, leads := range theme.Leading {
				g.add(leads, lags, 0)
			}
		}
	}
	return g
}

func (g *driverGraph) add(from, to string, s sign) {
	if from == to {
		return
	}
	g.drivers[to] = append(g.drivers[to], drive{from, s})
	g.known[from], g.known[to] = true, true
}

// signOfDriver returns the direction in which a driver moves its metric.
func signOfDriver(d goal.Driver) sign {
	if d.Inverse {
		return -1
	}
	return 1
}

// addFormula adds what the formula of a derived metric tells.
func (g *driverGraph) addFormula(m kpi.Metric) {
	scale := sign(1)
	if m.Scale.Sign() < 0 {
		scale = -1
	}
	above, below := slices.Sorted(maps.Keys(m.Numerator)), slices.Sorted(maps.Keys(m.Denominator))
	for _, n := range above {
		up := signOf(m.Numerator[n]) * scale
		if _, both := m.Denominator[n]; both {
			up = 0
		}
		g.add(n, m.ID, up)
		g.add(m.ID, n, up)
		for _, d := range below {
			g.add(d, n, 0)
		}
	}
	for _, d := range below {
		if _, both := m.Numerator[d]; both {
			continue
		}
		g.add(d, m.ID, -signOf(m.Denominator[d])*scale)
	}
}

func signOf(n kpi.Number) sign { return sign(n.Sign()) }

// direct returns which way one metric moves another by a formula or a declared
// driver, without others between; 0 if that is open. What several formulas tell
// holds while different things stay the same, so their signs do not multiply.
func (g *driverGraph) direct(from, to string) sign {
	all := sign(0)
	for _, d := range g.drivers[to] {
		switch {
		case d.from != from || d.sign == 0:
		case all == -d.sign:
			return 0
		default:
			all = d.sign
		}
	}
	return all
}

// leads reports whether a path of drivers leads from one metric to another.
func (g *driverGraph) leads(from, to string) bool {
	movers, ok := g.movers[to]
	if !ok {
		movers = g.search(to)
		g.movers[to] = movers
	}
	return movers[from]
}

// search returns all metrics that move one, itself among them.
func (g *driverGraph) search(to string) map[string]bool {
	found, edge := map[string]bool{to: true}, []string{to}
	for range longestPath {
		var next []string
		for _, reached := range edge {
			for _, d := range g.drivers[reached] {
				if !found[d.from] && len(found) < mostVisited {
					found[d.from] = true
					next = append(next, d.from)
				}
			}
		}
		edge = next
	}
	return found
}

// knows reports whether anything is known about what moves a metric: it is one of
// the marketing catalogue, or some driver or formula names it.
func (g *driverGraph) knows(metric string) bool {
	if g.known[metric] {
		return true
	}
	_, ok := marketing.Find(metric)
	return ok
}
