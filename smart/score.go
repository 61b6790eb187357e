package smart

import (
	"fmt"
	"strconv"
)

// A Score is points from 0 to 100, or "not assessed" where nothing can be said.
// The zero Score is not assessed.
type Score struct {
	points   uint8
	assessed bool
}

// notAssessed is how a Score says that it has no points.
const notAssessed = "not assessed"

// Points returns the points. It reports false, with 0, if nothing was assessed.
func (s Score) Points() (int, bool) { return int(s.points), s.assessed }

// String returns the points, or "not assessed".
func (s Score) String() string {
	if !s.assessed {
		return notAssessed
	}
	return strconv.Itoa(int(s.points))
}

// MarshalJSON writes the points as a number, or "not assessed".
func (s Score) MarshalJSON() ([]byte, error) {
	if !s.assessed {
		return []byte(`"` + notAssessed + `"`), nil
	}
	return []byte(s.String()), nil
}

// UnmarshalJSON reads what MarshalJSON writes. It refuses anything else and
// leaves s alone.
func (s *Score) UnmarshalJSON(data []byte) error {
	if string(data) == `"`+notAssessed+`"` {
		*s = Score{}
		return nil
	}
	points, err := strconv.Atoi(string(data))
	if err != nil || points < 0 || points > 100 || strconv.Itoa(points) != string(data) {
		return fmt.Errorf("smart: %.20q is not a score", data)
	}
	*s = scoreOf(points)
	return nil
}

func scoreOf(points int) Score { return Score{points: uint8(max(points, 0)), assessed: true} }

// Criteria are the scores by criterion.
type Criteria struct {
	Specific   Score `json:"specific"`
	Measurable Score `json:"measurable"`
	Achievable Score `json:"achievable"`
	Relevant   Score `json:"relevant"`
	TimeBound  Score `json:"time_bound"`
}

// of returns where the score of a criterion stands.
func (c *Criteria) of(name Criterion) *Score {
	switch name {
	case Specific:
		return &c.Specific
	case Measurable:
		return &c.Measurable
	case Achievable:
		return &c.Achievable
	case Relevant:
		return &c.Relevant
	}
	return &c.TimeBound
}

// A Verdict sums up an assessment. The zero Verdict is none.
type Verdict string

// The verdicts.
const (
	Smart    Verdict = "smart"  // no criterion failed
	Partly   Verdict = "partly" // one or two failed
	NotSmart Verdict = "not"
)

// An Assessment is how well a goal, or a statement of one, is put. A criterion
// has 100 points less 100 for each error, 30 for each warning and 10 for each
// hint, and not less than 0; it fails if there is an error. Criteria that cannot
// be judged are not assessed, which is not the same as passed, and do not count.
type Assessment struct {
	Verdict  Verdict   `json:"verdict"`
	Score    Score     `json:"score"` // the mean of the criteria assessed, rounded half up
	Criteria Criteria  `json:"criteria"`
	Findings []Finding `json:"findings,omitempty"` // in the order of [Rules], those of one rule by place
}

// allCriteria lists the criteria in the order of the word.
var allCriteria = [...]Criterion{Specific, Measurable, Achievable, Relevant, TimeBound}

// assessed returns what the findings come to for the criteria that could be judged.
func assessed(findings []Finding, judged func(Criterion) bool) Assessment {
	a := Assessment{Findings: findings, Verdict: Smart}
	sum, count, failed := 0, 0, 0
	for _, criterion := range allCriteria {
		if !judged(criterion) {
			continue
		}
		points, fails := pointsOf(criterion, findings)
		*a.Criteria.of(criterion) = scoreOf(points)
		sum, count = sum+points, count+1
		if fails {
			failed++
		}
	}
	if count > 0 {
		a.Score = scoreOf((2*sum + count) / (2 * count))
	}
	switch {
	case failed > 2:
		a.Verdict = NotSmart
	case failed > 0:
		a.Verdict = Partly
	}
	return a
}

// pointsOf returns the points of a criterion and whether it failed.
func pointsOf(c Criterion, findings []Finding) (points int, failed bool) {
	points = 100
	for i := range findings {
		if findings[i].Criterion == c {
			points -= findings[i].Severity.penalty()
			failed = failed || findings[i].Severity == Error
		}
	}
	return max(points, 0), failed
}
