package report

import (
	"math"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// A Matrix says which goals are pursued on which channels: the open macro goals,
// and the other open goals with goals on several channels directly below them,
// against the report's channels. There is none without channels, or without rows.
//
// It ends before the goal where it would have looked at more than a million goals,
// strategies and channels: it is for plans that people read.
type Matrix struct {
	Channels []string `json:"channels"`
	Rows     []Cover  `json:"rows"` // in the plan's order
}

// Cover is how one goal is pursued on the channels.
type Cover struct {
	Goal string `json:"goal"`
	// Metric is the KPI that the cells have values of: the goal's own or, if it is
	// not measured, the one that all measured goals below it share.
	Metric string   `json:"metric,omitempty"`
	Cells  []Cell   `json:"cells"`          // one for each channel
	Gaps   []string `json:"gaps,omitempty"` // channels with nothing
	// Spread is the coefficient of variation of the KPI over the channels that have
	// a value: their standard deviation by their absolute mean. They are all the
	// channels and no sample of them, so that the deviation is that of all (by n, not
	// n - 1). It is there for two channels or more whose mean is not 0.
	Spread Estimate `json:"spread,omitzero"`
}

// A Cell is what there is for a goal on one channel.
type Cell struct {
	Goals      []string  `json:"goals,omitempty"`      // the goal itself and open ones below it, all the way down
	Strategies []string  `json:"strategies,omitempty"` // that serve one of these, or the goal, on this channel
	Value      kpi.Value `json:"value,omitzero"`       // the KPI on the channel in the report's period
}

// covered reports whether there is something in the cell.
func (c *Cell) covered() bool { return len(c.Goals) > 0 || len(c.Strategies) > 0 }

// coverage fills in the matrix, if there are channels and rows.
func (v *view) coverage(r *Report) error {
	m := matrix{v: v, work: r.Work, columns: make(map[string]int), serving: make(map[goal.Node][]int), left: maxLooks}
	m.channels = v.scope.channels
	for i, channel := range m.channels {
		m.columns[channel] = i
	}
	for i := range r.Work {
		for n := range r.Work[i].node.Goals() {
			m.serving[n] = append(m.serving[n], i)
		}
	}
	var ask asking
	rows := m.rows(&ask)
	if len(rows) == 0 {
		return nil
	}
	if err := ask.run(v); err != nil {
		return err
	}
	for i := range rows {
		rows[i].Spread = spreadOf(rows[i].Cells)
	}
	r.Coverage = &Matrix{Channels: m.channels, Rows: rows}
	return nil
}

// maxLooks bounds the work and the size of a matrix.
const maxLooks = 1_000_000

// matrix makes a [Matrix].
type matrix struct {
	v        *view
	work     []Work
	channels []string
	columns  map[string]int      // positions in channels
	serving  map[goal.Node][]int // positions in work
	left     int                 // looks
}

func (m *matrix) rows(ask *asking) []Cover {
	if len(m.channels) == 0 {
		return nil
	}
	var rows []Cover
	for n := range m.v.h.All() {
		if !m.v.open(n) || n.Level() != goal.Macro && !m.v.branches(n) {
			continue
		}
		below, ok := m.below(n)
		if !ok {
			break
		}
		rows = append(rows, m.row(ask, n, below))
	}
	return rows
}

// spreadOf returns the coefficient of variation of the values that are known,
// unknown if there is none.
func spreadOf(cells []Cell) Estimate {
	var xs []float64
	var sum, size float64
	for _, c := range cells {
		if c.Value.Known() {
			x, _ := c.Value.Rat().Float64()
			xs, sum, size = append(xs, x), sum+x, size+math.Abs(x)
		}
	}
	if len(xs) < 2 || math.Abs(sum) <= 1e-12*size { // what is left of 0 after rounding
		return Estimate{}
	}
	mean := sum / float64(len(xs))
	squares := 0.0
	for _, x := range xs {
		squares += (x - mean) * (x - mean)
	}
	return rounded(math.Sqrt(squares/float64(len(xs))) / math.Abs(mean))
}
