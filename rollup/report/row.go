package report

import (
	"cmp"
	"math/big"
	"slices"

	"github.com/goalkit/goalkit/kpi"
)

// A Row is one KPI over the report's period, on one channel or on all of them.
type Row struct {
	Metric  string     `json:"metric"`
	Name    string     `json:"name"` // the id, of a metric without a name
	Unit    kpi.Unit   `json:"unit"`
	Better  kpi.Better `json:"better"`
	Channel string     `json:"channel,omitempty"` // "" is all of them

	Value   kpi.Value   `json:"value,omitzero"`
	Absence kpi.Absence `json:"reason,omitempty"` // why Value is unknown
	// AtLeast and AtMost bound a value that is unknown because channels share people.
	AtLeast kpi.Number `json:"atLeast,omitzero"`
	AtMost  kpi.Number `json:"atMost,omitzero"`

	// The comparisons. Of what is read piece by piece a base is unknown if readings
	// began after the first quarter of the earliest period that it is made of.
	Previous Delta `json:"previous,omitzero"` // the period before
	// Trailing is the mean of the four weeks, three months or four quarters before;
	// of a rate the pooled rate over all of them.
	Trailing Delta `json:"trailing,omitzero"`
	LastYear Delta `json:"lastYear,omitzero"` // the same period a year earlier

	// Coverage is the share of the plan's channels that have a value; 1 or 0 of a
	// row of one channel.
	Coverage kpi.Ratio `json:"coverage,omitzero"`
	Targets  []Aim     `json:"targets,omitempty"` // of the goals that this KPI measures

	metric                    kpi.Metric
	before, yearBefore, usual earlier
}

// Channel is the block of one channel.
type Channel struct {
	Name string `json:"channel"`
	KPIs []Row  `json:"kpis,omitempty"` // none if the channel has neither readings nor targets
}

// rows fills in the KPIs, over all channels and by channel.
func (v *view) rows(r *Report) error {
	channels := v.scope.channels
	var ask asking
	r.KPIs = v.rowsOf(&ask, "")
	for _, name := range channels {
		r.Channels = append(r.Channels, Channel{name, v.rowsOf(&ask, name)})
	}
	if err := ask.run(v); err != nil {
		return err
	}
	for i := range r.KPIs {
		known := 0
		for _, c := range r.Channels {
			own := c.KPIs[i].finish()
			c.KPIs[i].Coverage = portion(own, 1)
			known += own
		}
		all := r.KPIs[i].finish()
		r.KPIs[i].Coverage = portion(known, len(channels))
		if len(channels) == 0 {
			r.KPIs[i].Coverage = portion(all, 1)
		}
	}
	for i := range r.Channels {
		r.Channels[i].KPIs = slices.DeleteFunc(r.Channels[i].KPIs, Row.isEmpty)
	}
	return nil
}

// isEmpty reports whether a row of a channel only hides those that say something.
func (row Row) isEmpty() bool {
	return !row.Value.Known() && !row.Previous.Base.Known() && len(row.Targets) == 0
}

// rowsOf returns the rows of a channel, "" for all, and asks for what they say.
func (v *view) rowsOf(ask *asking, channel string) []Row {
	rows := make([]Row, len(v.scope.metrics))
	for i, id := range v.scope.metrics {
		m, _ := v.h.Catalogue().Metric(id)
		rows[i] = Row{
			Metric: id, Name: titleOf(m), Unit: cmp.Or(m.Unit, kpi.Count), Better: cmp.Or(m.Better, kpi.Higher), Channel: channel,
			Targets: v.aims(id, channel), metric: m,
		}
		combine, _ := v.h.Catalogue().CombineOf(id)
		for _, e := range []*earlier{&rows[i].before, &rows[i].yearBefore, &rows[i].usual} {
			e.always = combine == kpi.Last || combine == kpi.Unique
		}
		rows[i].ask(v, ask)
	}
	return rows
}

// ask asks for the row's value in all periods that it speaks of.
func (row *Row) ask(v *view, ask *asking) {
	over := func(p kpi.Period, take func(kpi.Answer)) {
		ask.add(kpi.Ask{Metric: row.Metric, Channel: row.Channel, AllChannels: row.Channel == "", Window: p}, take)
	}
	over(v.period, func(a kpi.Answer) {
		row.Value, row.Absence, row.AtLeast, row.AtMost = a.Value, a.Absence, a.AtLeast, a.AtMost
	})
	row.before.ask(over, v.previous, v.previous)
	row.yearBefore.ask(over, v.period.YearBefore(), v.period.YearBefore())
	past := v.trailing()
	first, newest := past[len(past)-1], past[0]
	if row.metric.Derived() {
		past = []kpi.Period{{Start: first.Start, End: newest.End}}
	}
	row.usual.ask(over, first, past...)
}

// trailing returns the periods before the report's, the newest first.
func (v *view) trailing() []kpi.Period {
	periods := make([]kpi.Period, v.span.trailing())
	p := v.period
	for i := range periods {
		p = p.Previous()
		periods[i] = p
	}
	return periods
}

// finish makes the comparisons. It returns 1 if there is a value, else 0.
func (row *Row) finish() int {
	row.Previous = compare(row.metric, row.Value, row.before.mean())
	row.LastYear = compare(row.metric, row.Value, row.yearBefore.mean())
	row.Trailing = compare(row.metric, row.Value, row.usual.mean())
	if row.Value.Known() {
		return 1
	}
	return 0
}

// portion returns n of all as a ratio.
func portion(n, all int) kpi.Ratio { return kpi.Quotient(big.NewInt(int64(n)), big.NewInt(int64(all))) }
