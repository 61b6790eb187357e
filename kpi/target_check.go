package kpi

import "fmt"

// Check reports every fault of t, a target for a metric whose readings
// combine as c. Fields are named from the target, as in "points[0]". It finds:
//   - an unknown kind or score ([ErrEnum]), a faulty number ([ErrNumber]);
//   - a field that the kind does not have, or lacks; a negative tolerance;
//     limits the wrong way round ([ErrTarget]);
//   - a reach target that starts where it ends: say at_least or at_most;
//     a sum to reach 0; points without both ends in the plan, or not strictly
//     between them, or not in order, or that do not rise ([ErrTarget]).
//
// What FromAt says is for [ParseBaseline] to check, which needs a time zone.
func (t Target) Check(c Combine, report Report) {
	f := targetCheck{Target: t, combine: c, report: report}
	f.words()
	if !f.faulty {
		f.fields()
	}
	f.numbers()
	if !f.faulty {
		f.sense()
	}
}

type targetCheck struct {
	Target
	combine Combine
	report  Report
	faulty  bool
}

func (f *targetCheck) add(field string, reason Reason, value, detail string) {
	f.faulty = true
	f.report(field, reason, value, detail)
}

func (f *targetCheck) words() {
	switch f.Kind {
	case KindReach, KindAtLeast, KindAtMost, KindWithin, KindDone:
	case "":
		f.add("kind", ErrTarget, "", "a target needs a kind")
	default:
		f.add("kind", ErrEnum, string(f.Kind), "want reach, at_least, at_most, within or done")
	}
	switch f.Score {
	case "", ScoreLatest, ScoreShare:
	default:
		f.add("score", ErrEnum, string(f.Score), "want latest or share")
	}
}

// fields holds the fields that are given against those that the kind has.
func (f *targetCheck) fields() {
	limit := f.Kind == KindAtLeast || f.Kind == KindAtMost
	for _, g := range []struct {
		field              string
		given, has, needed bool
	}{
		{"from", f.From.Given(), f.Kind == KindReach, false},
		{"fromAt", f.FromAt != "", f.Kind == KindReach && !f.From.Given(), false},
		{"to", f.To.Given(), f.Kind == KindReach, f.Kind == KindReach && f.Change == ""},
		{"change", f.Change != "", f.Kind == KindReach && !f.To.Given(), false},
		{"points", len(f.Points) > 0, f.Kind == KindReach, false},
		{"value", f.Value.Given(), limit, limit},
		{"low", f.Low.Given(), f.Kind == KindWithin, f.Kind == KindWithin},
		{"high", f.High.Given(), f.Kind == KindWithin, f.Kind == KindWithin},
		{"tolerance", f.Tolerance.Given(), f.Kind.Control(), false},
		{"score", f.Score != "", f.Kind.Control(), false},
	} {
		switch {
		case g.given && !g.has:
			f.add(g.field, ErrTarget, "", fmt.Sprintf("a target of kind %s cannot have %s here", f.Kind, g.field))
		case g.needed && !g.given:
			f.add(g.field, ErrTarget, "", fmt.Sprintf("a target of kind %s needs %s", f.Kind, g.field))
		}
	}
}

func (f *targetCheck) numbers() {
	f.From.Check("from", f.add)
	f.To.Check("to", f.add)
	f.Value.Check("value", f.add)
	f.Low.Check("low", f.add)
	f.High.Check("high", f.add)
	f.Tolerance.Check("tolerance", f.add)
	if f.Change != "" {
		if _, _, err := f.Change.parse(); err != nil {
			f.add("change", ErrNumber, string(f.Change), "want a change such as 10% or -2")
		}
	}
	for i, p := range f.Points {
		p.Value.Check(fmt.Sprintf("points[%d][0]", i), f.add)
		p.Progress.Check(fmt.Sprintf("points[%d][1]", i), f.add)
		if !p.Value.Given() || !p.Progress.Given() {
			f.add(fmt.Sprintf("points[%d]", i), ErrTarget, "", "a point needs a value and a progress")
		}
	}
}

// sense checks what the numbers say together.
func (f *targetCheck) sense() {
	if f.Tolerance.Sign() < 0 {
		f.add("tolerance", ErrTarget, f.Tolerance.String(), "a tolerance is not negative")
	}
	if f.Kind == KindWithin && f.Low.Cmp(f.High) > 0 {
		f.add("low", ErrTarget, f.Low.String(), "low is above high "+f.High.String())
	}
	if f.Kind == KindReach {
		f.reach()
	}
}

func (f *targetCheck) reach() {
	from, to, ok := f.Ends(f.combine)
	end := "to"
	if f.Change != "" {
		end = "change"
	}
	switch {
	case (!ok || f.FromAt != "") && len(f.Points) > 0:
		f.add("points", ErrTarget, "", "points need both ends in the plan")
	case f.combine == Sum && (f.To.Given() || ok) && to.Sign() == 0:
		f.add(end, ErrTarget, to.String(), "a sum cannot be measured against 0")
	case f.From.Given() && to.Given() && f.From.Cmp(to) == 0, ok && from.Cmp(to) == 0:
		f.add(end, ErrTarget, to.String(), "starts where it ends: say at_least or at_most")
	case ok && len(f.Points) > 0:
		f.points(from, to)
	}
}

// points checks that the points lie strictly between the ends and rise.
func (f *targetCheck) points(from, to Number) {
	way := to.Cmp(from)
	last := Point{Value: from, Progress: Int(0)}
	for i, p := range append(f.Points[:len(f.Points):len(f.Points)], Point{Value: to, Progress: Int(1)}) {
		inOrder := p.Value.Cmp(last.Value) == way
		if i < len(f.Points) {
			inOrder = inOrder && to.Cmp(p.Value) == way
		}
		if !inOrder || p.Progress.Cmp(last.Progress) <= 0 {
			at := min(i, len(f.Points)-1)
			f.add(fmt.Sprintf("points[%d]", at), ErrTarget, f.Points[at].Value.String(),
				"values lie strictly between the ends, in order, and progress rises from 0 to 1")
			return
		}
		last = p
	}
}
