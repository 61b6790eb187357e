package kpi

import (
	"slices"
	"time"
)

// An Ask asks for the value of a metric, base or derived, over a window.
type Ask struct {
	Metric      string // "" asks for the goal's own series: a count, the latest reading holds
	Goal        string
	Channel     string
	AllChannels bool
	Window      Period
	// Highest asks for the highest single reading instead of the combined value;
	// where the latest holds, of all readings before the window ends. A derived
	// metric has no readings: its value is returned.
	Highest bool
}

// An Answer is the value that was asked for.
type Answer struct {
	Value   Value
	Newest  time.Time // the newest reading before the window ends; of a derived metric, its stalest part's; zero if there is none
	Absence Absence   // why Value is unknown
	// AtLeast and AtMost bound what is unknown because channels share people:
	// the largest channel, and the sum of all.
	AtLeast, AtMost Number
}

// Read answers all asks with one call to src. Answers stand in the order of the
// asks; [Reader.Each] says how it can fail.
func (c Catalogue) Read(src Source, asks []Ask) ([]Answer, error) {
	answers := make([]Answer, 0, len(asks))
	err := c.Reader(src).Each(slices.Values(asks), func(_ int, a Answer) { answers = append(answers, a) })
	if err != nil {
		return nil, err
	}
	return answers, nil
}

// OwnSeries is how readings of a goal's own series combine.
const OwnSeries = Last

// CombineOf returns how the readings behind an id combine, "" for a derived
// metric; the id "" stands for a goal's own series.
func (c Catalogue) CombineOf(id string) (Combine, bool) {
	if id == "" {
		return OwnSeries, true
	}
	m := c.byID[id]
	if m == nil {
		return "", false
	}
	return m.Combine, true
}

// Carries reports whether the value of a metric is carried forward for ever: of a
// stock, and of a quotient of nothing but stocks. The id "" stands for a goal's
// own series.
func (c Catalogue) Carries(id string) bool {
	m := c.byID[id]
	switch {
	case id == "":
		return OwnSeries == Last
	case m == nil:
		return false
	case !m.Derived():
		return m.Combine == Last
	}
	return !slices.ContainsFunc(m.parts, func(p part) bool { return p.base.Combine != Last })
}

// Bases returns the ids of the base metrics that an ask for id reads, sorted: of
// a derived metric its parts, of a base metric itself. Nothing is read of a
// metric that the catalogue lacks, nor of "", a goal's own series.
func (c Catalogue) Bases(id string) []string {
	m := c.byID[id]
	switch {
	case m == nil:
		return nil
	case !m.Derived():
		return []string{id}
	}
	ids := make([]string, len(m.parts))
	for i := range m.parts {
		ids[i] = m.parts[i].base.ID
	}
	return ids
}

// Concerns reports whether recording o may change the answer to a: o is read on
// a series that a asks for, before the end of the window, be it before its start
// too. An observation with an id always may, for it may take back an earlier
// version, whenever that was.
func (c Catalogue) Concerns(a Ask, o Observation) bool {
	switch {
	case !a.AllChannels && a.Channel != o.Channel:
		return false
	case a.Metric == "" && (o.Metric != "" || a.Goal != o.Goal):
		return false
	case a.Metric != "" && (o.Goal != "" || !c.reads(a.Metric, o.Metric)):
		return false
	}
	return o.ID != "" || o.instant().Before(a.Window.End)
}

// reads reports whether base is id, or a part of it.
func (c Catalogue) reads(id, base string) bool {
	m := c.byID[id]
	if m == nil || !m.Derived() {
		return m != nil && id == base
	}
	return slices.ContainsFunc(m.parts, func(p part) bool { return p.base.ID == base })
}
