package abtest

// Judge says of each variant what the experiment shows, the first that fits:
//
//   - [Invalid] if the plan or any count is impossible, with the faults in
//     [Judgement.Fault], or if [CheckRatio] blocks with at least five people
//     expected in each arm;
//   - [TooEarly] if the control or the variant has fewer people than planned;
//   - [NoDifference] if both have all or none, for then nothing can be tested, or
//     if their common rate leads one to expect fewer than five conversions, or
//     five without, in one of them (W. G. Cochran, Biometrics 10:417-451, 1954);
//   - [Better] or [Worse] if the two-sided p-value of [CompareRates], adjusted by
//     [Holm] over all variants, is below alpha, and else [NoDifference].
//
// With [Plan.Peek] the always-valid interval of [Sequence], narrowest for N people
// in each arm, stands for the last three: better or worse as soon as 0 lies
// outside, before N too; until then too early, from N on no difference shown. Alpha
// is shared equally among the variants (Bonferroni). It waits for five
// conversions and five without in both arms.
//
// A variant that is too early does not hold up the others, but counts in the
// adjustment of theirs; one that lags behind the shares planned makes all of them
// invalid. A warning of the ratio check, [RatioCheck.Warns], leaves the verdicts as
// they are. Who looks often sees it block more often than once in a thousand.
//
// The faults have the reasons [ErrCounts], [ErrEmpty] (no variant), [ErrSize] (N
// below 1), [ErrAlpha], [ErrShares], [ErrRange] and [kpi.ErrEnum] (a metric of
// which neither way is better has no verdict). Their fields are named "control",
// "variants[0]" and so on, and after those of the plan.
func (p Plan) Judge(control Arm, variants ...Arm) Judgement {
	j := Judgement{Verdicts: make([]Verdict, len(variants))}
	for i := range j.Verdicts {
		j.Verdicts[i] = Verdict{Outcome: Invalid, Reason: Impossible, Rates: uncompared, P: 1}
	}
	if j.Ratio, j.Fault = p.examine(control, variants); j.Fault != nil {
		return j
	}
	for i, variant := range variants {
		if control.N > 0 && variant.N > 0 {
			j.Verdicts[i].Rates = compareRates(control, variant, p.alpha())
		}
	}
	switch {
	case j.Ratio.Blocks() && j.Ratio.Least >= enough:
		for i := range j.Verdicts {
			j.Verdicts[i].Reason = WrongShares
		}
	case p.Peek:
		p.judgeBySequence(j.Verdicts, control, variants)
	default:
		p.judgeByTest(j.Verdicts, control, variants)
	}
	return j
}

// examine checks the input and the shares of people; with nobody there it checks
// no shares.
func (p Plan) examine(control Arm, variants []Arm) (RatioCheck, error) {
	var f faults
	p.check(&f, 1+len(variants))
	f.possible("control", control)
	people, anybody := []int64{control.N}, control.N > 0
	for i, variant := range variants {
		f.possible(at("variants", i), variant)
		people, anybody = append(people, variant.N), anybody || variant.N > 0
	}
	if len(f.list) > 0 {
		return RatioCheck{}, f.list
	}
	if !anybody {
		return RatioCheck{}, nil
	}
	return CheckRatio(people, p.Shares)
}

// judgeByTest judges once, with the people planned.
func (p Plan) judgeByTest(verdicts []Verdict, control Arm, variants []Arm) {
	ps := make([]float64, len(variants))
	for i, variant := range variants {
		v := &verdicts[i]
		ps[i] = 1
		switch {
		case !p.reached(control, variant):
			v.Outcome, v.Reason = TooEarly, BelowPlan
		case !varying(control, variant):
			v.Outcome, v.Reason = NoDifference, NotVarying
		case fewExpected(control, variant):
			v.Outcome, v.Reason = NoDifference, FewCounts
		default:
			v.Outcome, v.Reason = NoDifference, ByTest
			ps[i] = v.Rates.P.TwoSided
		}
	}
	for i, adjusted := range holm(ps) {
		v := &verdicts[i]
		v.P = adjusted
		if v.Reason == ByTest && adjusted < p.alpha() {
			v.Outcome = p.directed(v.Rates.Difference)
		}
	}
}

// judgeBySequence judges at any time.
func (p Plan) judgeBySequence(verdicts []Verdict, control Arm, variants []Arm) {
	for i, variant := range variants {
		v := &verdicts[i]
		v.Outcome, v.Reason = NoDifference, BySequence
		if !p.reached(control, variant) {
			v.Outcome, v.Reason = TooEarly, NotYetShown
		}
		if min(control.smaller(), variant.smaller()) < enough {
			v.Reason = FewCounts
			continue
		}
		share := (float64(control.N) + float64(variant.N)) / (2 * float64(p.N))
		half := v.Rates.SE * widening(p.alpha()/float64(len(variants)), share)
		v.Sequence = around(v.Rates.Difference, half, half, -1, 1)
		if !v.Sequence.Contains(0) {
			v.Outcome, v.Reason = p.directed(v.Rates.Difference), BySequence
		}
	}
}

// enough conversions, and enough people without, for the normal approximation.
const enough = 5

// varying reports whether not all people of both arms did the same.
func varying(a, b Arm) bool {
	rate, rest := pooled(a, b)
	return rate > 0 && rest > 0
}

// fewExpected reports whether the common rate leads one to expect too few
// conversions, or too few people without, in an arm.
func fewExpected(a, b Arm) bool {
	rate, rest := pooled(a, b)
	return min(rate, rest) < enough/float64(min(a.N, b.N))
}

// smaller returns the conversions or the people without, whichever are fewer.
func (a Arm) smaller() int64 { return min(a.Conversions, a.N-a.Conversions) }
