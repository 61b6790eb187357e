package kpi

import (
	"errors"
	"fmt"
	"time"
)

// ErrSuppose says that a metric cannot be supposed to change in such a way: the
// change is below -100%, an amount where only a percentage makes sense, or one
// that the formula of the metric leaves open.
const ErrSuppose Reason = "suppose"

// An If is one thing that [Catalogue.Suppose] takes for granted: that a metric
// had been so much higher or lower. It is plain data; the zero If is not valid.
type If struct {
	Metric  string    // base or derived; a goal's own series has none
	Channel string    // "" stands for all channels
	From    time.Time // earlier readings stay as they are; none do if it is the zero time
	Change  Change    // "10%" or "-5%"; of metrics that are levels also an amount, as "2" or "-0.5"
}

// Suppose returns a source that answers as src would, had readings been otherwise.
// Whatever is made of them follows exactly: formulas, progress, the goals above.
//
// Of a base metric each reading changes: "10%" multiplies it by 1.10, so that one
// below 0 falls (the [Change] of a target would have it rise), and an amount is
// added to it.
//
// Of a derived metric the base metrics above the line are multiplied, all of them
// alike, and those below are held: where the conversion rate is leads per session,
// 10% more of it is 10% more leads from as many sessions. To have it otherwise,
// suppose something of the base metrics.
//
// The order does not matter: percentages that meet in a reading multiply, also
// where they come from several metrics with a part in common, and after that the
// amounts are added. For another order suppose something of a supposed source.
//
// A reading changes if it stands at From or later (see [Observation.Instant]); one of
// a period changes as a whole if the period ends after From. A target whose
// baseline is measured needs From, for otherwise the baseline changes with the rest.
//
// If any check fails Suppose returns [Problems] with every fault, fields named
// "ifs[0].metric" and so on:
//   - no metric, or one that the catalogue lacks ([ErrEmptyID], [ErrUnknownMetric]);
//   - a change that is missing or not one; that makes a factor of more digits than
//     a [Number] has; or with which the factors of one base metric and Channel have
//     more than 50 digits together, each counting at least one ([ErrNumber]);
//   - a change below -100% ([ErrSuppose]);
//   - a quotient with a base metric both above and below the line: what it takes to
//     change that by 10% depends on the readings ([ErrSuppose]);
//   - an amount for a quotient; for a sum or a unique figure, whose readings are
//     amounts per period; or, on all channels, for a metric of which the channels'
//     latest readings are added, for it would count once a channel ([ErrSuppose]).
//
// It also fails if src is nil. Channels are not checked: on one that was never read
// nothing changes. Suppositions that come to nothing are fine, and so are none.
//
// The source asks src once for each call: the queries in their order and then, for
// each From inside the window of a query, for a part of that window. It keeps
// nothing, so what src learns it knows, and any number of goroutines may use it at
// once if they may use src. A tally that it changes has only what its query needs.
// Where one channel changes, src must say the channel of each tally. The source
// fails
//   - with the errors of src;
//   - if src gives tallies that are faulty or contradict each other about a
//     window and its parts ([ErrNumber]);
//   - if a change has a From and src does not say when the latest reading was made
//     ([ErrTime]);
//   - if a least or greatest reading is asked for, and one of a period in the window
//     begins before a From and ends after it: it may or may not be that one ([ErrTime]);
//   - if a number gets more digits than the text of a [Tally] holds, which takes
//     sources supposed of supposed sources; nothing is ever rounded ([ErrNumber]).
func (c Catalogue) Suppose(src Source, ifs ...If) (Source, error) {
	if src == nil {
		return nil, errors.New("kpi: no source to suppose something of")
	}
	s := supposer{catalogue: c, bases: make(map[string]alteration)}
	for i := range ifs {
		s.suppose(fmt.Sprintf("ifs[%d].", i), &ifs[i])
	}
	if err := s.problems.Err(); err != nil {
		return nil, err
	}
	return &supposed{src, s.bases}, nil
}

// A supposer collects what happens to base metrics.
type supposer struct {
	catalogue Catalogue
	bases     map[string]alteration
	problems  Problems
}

// suppose notes x, or its faults.
func (s *supposer) suppose(path string, x *If) {
	faults := len(s.problems)
	report := func(field string, reason Reason, value, detail string) {
		s.problems.Add("", path+field, reason, value, detail)
	}
	m := s.catalogue.byID[x.Metric]
	switch {
	case x.Metric == "":
		report("metric", ErrEmptyID, "", "a supposition needs a metric")
	case m == nil:
		report("metric", ErrUnknownMetric, x.Metric, "no metric has this id")
	}
	c := x.check(m, report)
	if m == nil {
		return
	}
	bases := m.movable(report)
	if len(s.problems) > faults {
		return
	}
	for _, id := range bases {
		if s.bases[id] == nil {
			s.bases[id] = make(alteration)
		}
		if !s.bases[id].add(x.Channel, c) {
			report("change", ErrNumber, string(x.Change), "the changes of "+Clip(id)+" have too many digits together")
		}
	}
}

// check returns what x does to a reading, of no use if it reports a fault; m is
// nil if the metric is not known.
func (x *If) check(m *known, report Report) change {
	by, percent, err := x.Change.parse()
	c := change{from: x.From.Round(0).UTC(), factor: Int(1), amount: Int(0)}
	switch {
	case err != nil:
		report("change", ErrNumber, string(x.Change), "want a change such as 10% or -2")
	case percent && by.Cmp(Int(-100)) < 0:
		report("change", ErrSuppose, string(x.Change), "nothing is left at -100%")
	case percent:
		c.factor = NumberOf(changed(Int(1), by, true).Decimal())
		if !usable(c.factor) {
			report("change", ErrNumber, string(x.Change), "makes a factor of too many digits")
		}
	default:
		c.amount = by
		if why := m.noAmount(x.Channel); why != "" {
			report("change", ErrSuppose, string(x.Change), why+"; want a percentage")
		}
	}
	return c
}

// noAmount says why an amount cannot be added to the readings of m on a channel.
func (m *known) noAmount(channel string) string {
	switch {
	case m == nil:
		return ""
	case m.Derived():
		return "a quotient has no readings to add an amount to"
	case m.Combine == Sum || m.Combine == Unique:
		return "readings that are amounts per period have none to add"
	case m.Combine == Last && m.Unit.addsUp() && channel == "":
		return "the amount would count once for each channel unless one is named"
	}
	return ""
}

// movable returns the base metrics that are multiplied if m is.
func (m *known) movable(report Report) (ids []string) {
	if !m.Derived() {
		return []string{m.ID}
	}
	for _, p := range m.parts {
		switch {
		case p.above.Sign() == 0: // what is multiplied by 0 may stay
		case p.below.Sign() != 0:
			report("metric", ErrSuppose, p.base.ID, "stands above and below the line of "+Clip(m.ID))
		default:
			ids = append(ids, p.base.ID)
		}
	}
	return ids
}
