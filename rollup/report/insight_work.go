package report

import (
	"cmp"
	"math/big"
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// workRules are about what is done, and by whom.
var workRules = []Rule{
	{
		Code: "not-started", Severity: Warning,
		Doc:  "A strategy that says what counts its actions has been at work for 7 days, or one cadence if that is longer, and nothing has been counted.",
		Text: "nothing has been done of {strategy} since it began on {began}",
		find: notStarted,
	},
	{
		Code: "cadence-missed", Severity: Warning,
		Doc: "Of the due periods of a strategy that ended in the report's period, less than 0.8 met what was planned. " +
			"It leaves to not-started what was never begun.",
		Text: "{strategy} did what was planned in {met} of {due} due periods; actions planned: {planned}, done: {done}",
		find: cadenceMissed,
	},
	{
		Code: "overloaded", Severity: Warning,
		Doc:  "One of three owners or more has more than half of all open goals and strategies.",
		Text: "{owner} looks after {share} of all open goals and strategies, {open} in number",
		find: overloaded,
	},
	{
		Code: "macro-delegated", Severity: Warning,
		Doc:  "An open macro goal, or a macro strategy that is not over, is worked on by somebody else than its owner: micro work is what to delegate.",
		Text: "{what} gives direction, and is delegated to {delegate}",
		find: macroDelegated,
	},
}

// title is a strategy, written by its title.
func (w *Work) title(fact string) Fact { return Fact{fact, w.ID, cmp.Or(w.Title, w.ID)} }

// about returns an insight about a strategy.
func (w *Work) about() Insight {
	return Insight{Strategy: w.ID, Channel: w.Channel, Goals: w.Goals}
}

// actions is a fact that counts actions.
func actions(name string, v kpi.Value) Fact { return value(name, kpi.Metric{Unit: kpi.Count}, v) }

// idle reports whether nothing was counted of a strategy so far.
func (w *Work) idle() bool { return !w.Done.Known() || w.Done.Rat().Sign() <= 0 }

func notStarted(v *view, r *Report, add func(Insight)) error {
	for i := range r.Work {
		w := &r.Work[i]
		if !w.open || !w.Planned.Known() || !w.idle() || !v.shouldHaveBegun(w) {
			continue
		}
		p, _ := w.node.Period()
		found := w.about()
		found.Threshold = v.limits.StartDays
		found.Facts = []Fact{w.title("strategy"), date("began", p.Start.In(v.h.Location()))}
		add(found)
	}
	return nil
}

// shouldHaveBegun reports whether a strategy has been at work for long enough.
func (v *view) shouldHaveBegun(w *Work) bool {
	p, _ := w.node.Period()
	done, _ := p.Elapsed(v.period.End)
	days := new(big.Rat).SetFrac(done, big.NewInt(int64(24*time.Hour)))
	return days.Cmp(v.limits.StartDays.Rat()) >= 0 && !w.Cadence.After(p.Start, 1).After(v.period.End)
}

func cadenceMissed(v *view, r *Report, add func(Insight)) error {
	for i := range r.Work {
		w := &r.Work[i]
		e := &w.Recent
		if e.Due == 0 || w.idle() || portion(e.Met, e.Due).Rat().Cmp(v.limits.CadenceMet.Rat()) >= 0 {
			continue
		}
		done := e.Done
		if !done.Known() {
			done = kpi.ValueOf(kpi.Int(0)) // of what is counted, nothing was
		}
		found := w.about()
		found.Threshold = v.limits.CadenceMet
		found.Facts = []Fact{w.title("strategy"), count("met", e.Met), count("due", e.Due), actions("done", done), actions("planned", e.Planned)}
		add(found)
	}
	return nil
}

func overloaded(v *view, r *Report, add func(Insight)) error {
	owners := 0
	for i := range r.Owners {
		if r.Owners[i].Owner != "" {
			owners++
		}
	}
	if big.NewRat(int64(owners), 1).Cmp(v.limits.OwnersFrom.Rat()) < 0 {
		return nil
	}
	for i := range r.Owners {
		l := &r.Owners[i]
		if l.Owner != "" && l.Share.Rat().Cmp(v.limits.OwnerShare.Rat()) > 0 {
			add(Insight{
				Threshold: v.limits.OwnerShare,
				Facts:     []Fact{word("owner", l.Owner), share("share", l.Share), count("open", l.open())},
			})
		}
	}
	return nil
}

func macroDelegated(v *view, r *Report, add func(Insight)) error {
	for n := range v.h.All() {
		if n.Level() == goal.Macro && n.Delegate() != "" && v.open(n) {
			add(Insight{Goal: n.ID(), Facts: []Fact{name("what", n), word("delegate", n.Delegate())}})
		}
	}
	for i := range r.Work {
		w := &r.Work[i]
		if w.Level != goal.Macro || w.Delegate == "" || w.Phase == Over && !w.open {
			continue
		}
		found := w.about()
		found.Facts = []Fact{w.title("what"), word("delegate", w.Delegate)}
		add(found)
	}
	return nil
}
