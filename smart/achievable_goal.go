package smart

import "github.com/goalkit/goalkit/kpi"

func noHistory(s *subject, n *notes) {
	switch s.outlook.Absence {
	case NoHistory:
		n.on("measure.metric", "it cannot be judged whether this is achievable: fewer than {points} readings at equal steps",
			"import the history of {metric}", Param{"points", "4"}, Param{"metric", s.label()})
	case NoSpread:
		n.on("measure.metric", "it cannot be judged whether this is achievable: the readings of {metric} do not vary",
			"import a longer history", Param{"metric", s.label()})
	}
}

func alreadyMet(s *subject, n *notes) {
	if !s.live || s.over {
		return
	}
	if s.kind() == kpi.KindDone {
		if !s.started() && s.highest.Known() && s.highest.Cmp(kpi.ValueOf(kpi.Int(1))) >= 0 {
			n.on("measure.target", "this is done already", "close the goal, or say what is left to do")
		}
		return
	}
	if s.kind() != kpi.KindReach || !s.aim.to.Known() {
		return
	}
	value := s.value
	if s.isPast() {
		value = s.aim.from
	} else if !s.isReached() || s.aim.isCeiling() {
		return
	}
	params := []Param{{"value", s.show(float(value))}, {"target", s.show(float(s.aim.to))}}
	if s.started() && !s.isPast() {
		n.as(Hint).on("measure.target", "the target of {target} is reached: it is {value} now", "close the goal, or raise the target", params...)
		return
	}
	n.on("measure.target", "it is {value} already: the target of {target} is reached before the start",
		"raise the target", params...)
}

// isReached reports whether the target is reached, and of what may be lost again, a
// mean over the period, for good: it is usually there, or hardly gets away any more.
func (s *subject) isReached() bool {
	switch {
	case !s.aim.metBy(s.value):
		return false
	case !s.outlook.Mean:
		return true
	case s.started():
		return s.outlook.Chance > s.thresholds.Sandbagged
	}
	return (s.outlook.Usual-float(s.aim.to))*float64(s.aim.direction) >= 0
}

// isJudged reports whether there is a forecast that the chance of can be judged by.
// Of a level that is to be reached there is none once it is; of one that is to hold
// there always is.
func (s *subject) isJudged() bool {
	return s.outlook.Absence == "" && (!s.isReached() || s.aim.isCeiling() || s.isHeld()) && !s.isPast()
}

// isHeld reports whether the goal is to hold a limit, and does so now; or a mean over
// the period, which is above its target for now.
func (s *subject) isHeld() bool {
	if s.kind() == kpi.KindReach {
		return s.outlook.Mean && s.started() && s.aim.metBy(s.value) && !s.isReached()
	}
	return !s.aim.total && s.aim.metBy(s.value)
}

// isPassed reports whether a total is past the limit that it is to stay under.
func (s *subject) isPassed() bool {
	return s.aim.isCeiling() && s.value.Known() && !s.aim.metBy(s.value)
}

func unrealistic(s *subject, n *notes) {
	if !s.isJudged() || s.outlook.Chance >= s.thresholds.Unrealistic {
		return
	}
	if s.isHeld() {
		s.noteHeld(n)
		return
	}
	if s.isPassed() {
		n.as(Error).on("measure.target", "the limit of {target} is passed: it is {value} now", "raise the limit, or close the goal",
			Param{"target", s.show(float(s.aim.to))}, Param{"value", s.show(float(s.value))})
		return
	}
	if s.outlook.Beyond >= 2 && s.committed() {
		n.as(Error)
	}
	n.on("measure.target", "needs {needed}; it was {usual} on average, {best} at best: a chance of {chance}",
		s.instead(s.outlook.Quarter, "aim at {quarter}, for a chance of 25%, or set a later date"), s.forecastParams()...)
}

func stretchGoal(s *subject, n *notes) {
	if !s.isJudged() || !s.committed() || s.outlook.Chance < s.thresholds.Unrealistic || s.outlook.Chance >= s.thresholds.Stretch {
		return
	}
	if s.isHeld() {
		s.noteHeld(n)
		return
	}
	n.on("measure.target", "a stretch: a chance of {chance}; needs {needed}, it was {usual} on average, {best} at best",
		s.instead(s.outlook.Even, "mark it as aspirational, or aim at {even}, for an even chance"), s.forecastParams()...)
}

// instead returns a fix that names another aim, or, if that is no way from where the
// goal starts, one that does not: nobody aims at less than there is.
func (s *subject) instead(aim float64, fix string) string {
	from := float(s.aim.from)
	if s.kind() == kpi.KindReach && !s.aim.total && (aim-from)*float64(s.aim.direction) <= 0 {
		return "say what will be different: as it goes, it does not get past where it starts"
	}
	return fix
}

// noteHeld notes that a limit that holds now will hardly hold at the end.
func (s *subject) noteHeld(n *notes) {
	fix := "say what will be different, or set the limit at {even}, for an even chance"
	if s.kind() == kpi.KindReach {
		fix = "say what will be different, or aim at {even}, for an even chance"
	}
	n.on("measure.target", "holds now: {value}; {moving}, a chance of {chance} that {target} still holds at the end", fix, append(s.forecastParams(),
		Param{"value", s.show(float(s.value))}, Param{"moving", s.moving()}, Param{"target", s.show(float(s.aim.to))})...)
}

func sandbagged(s *subject, n *notes) {
	limit := s.thresholds.Sandbagged
	if !s.committed() {
		limit = s.thresholds.SandbaggedAspirational
	}
	if s.isJudged() && s.isYoung() && s.kind() == kpi.KindReach && s.outlook.Chance > limit {
		n.on("measure.target", "the trend alone gets there: a chance of {chance}; needs {needed}, it was {usual} on average",
			"aim at {even}, for an even chance", s.forecastParams()...)
	}
}

// isYoung reports whether at most half of the period is over: later a good chance
// is earned.
func (s *subject) isYoung() bool {
	p := s.node.Period()
	return 2*hours(p.Start, s.bound) <= hours(p.Start, p.End)
}

func beyondBest(s *subject, n *notes) {
	if s.isJudged() && !s.isHeld() && !s.isPassed() && s.outlook.Beyond > 1 && s.outlook.Chance < s.thresholds.Stretch {
		n.on("measure.target", "never seen: needs {needed}, the best there was is {best}",
			s.instead(s.outlook.Even, "say what will be different, or aim at {even}, for an even chance"), s.forecastParams()...)
	}
}
