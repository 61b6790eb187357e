package smart

import "time"

// Check reads a statement in English on the date that on's clock shows and
// returns what it says and how well it is put. What text cannot tell is not
// assessed: it is achievable or relevant only in a plan, see [Checks.Assess].
func Check(text string, on time.Time) (Draft, Assessment) {
	d := Parse(text, on)
	return d, assessDraft(allRules, Checks{}, d)
}

// Draft returns how well a statement is put that was read before, be it by a
// [Parser] with words of its own. It fails with [kpi.Problems] if c is faulty,
// see [Checks.Assess].
func (c Checks) Draft(d Draft) (Assessment, error) {
	on, err := c.rules()
	if err != nil {
		return Assessment{}, err
	}
	return assessDraft(on, c, d), nil
}

// assessDraft returns what the rules find about a statement.
func assessDraft(on []Rule, c Checks, d Draft) Assessment {
	s := newStatement(d)
	s.thresholds = c.Thresholds.orDefaults()
	var found notes
	for i := range on {
		if found.rule = &on[i]; found.rule.text != nil {
			found.rule.text(s, &found)
		}
	}
	return assessed(strongest(found.found), func(c Criterion) bool { return c != Achievable && c != Relevant })
}

// strongest leaves one finding for the same words: the most severe, of equals the
// first. Findings about what is missing have no words and all stay.
func strongest(found []Finding) []Finding {
	best := make(map[Span]int, len(found))
	for i := range found {
		at, seen := best[found[i].Span]
		if !seen || found[i].Severity.penalty() > found[at].Severity.penalty() {
			best[found[i].Span] = i
		}
	}
	var kept []Finding
	for i := range found {
		if found[i].Span.IsEmpty() || best[found[i].Span] == i {
			kept = append(kept, found[i])
		}
	}
	return kept
}
