package rollup

import (
	"cmp"
	"math/big"
	"slices"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
)

// ErrPolicy is the reason of a policy whose numbers make no sense.
const ErrPolicy kpi.Reason = "policy"

// A Policy says how numbers are judged. The zero Policy is ready to use and is
// what the docs of its fields call the default. A Policy is plain data.
type Policy struct {
	Unknown        Unknown      // what an unknown child counts as; "" is UnknownZero
	KnownFrom      kpi.Number   // with UnknownSkip: the parent is unknown below this known share of its weight (not of its number of children), 0..1
	Empty          Empty        // progress of a goal with neither children that count nor a measure; "" is EmptyUnknown
	AllZeroWeights AllZero      // a parent without a measure whose links all weigh 0; "" is AllZeroUnknown
	ClosedCounts   ClosedCounts // what a closed goal counts as above; "" is ClosedFrozen
	Cap            kpi.Number   // most that a child counts as; 1 if not given
	NoCap          bool         // children count as far as they got
	Floor          kpi.Number   // least that a child counts as; 0 if not given
	NoFloor        bool         // children below their baseline count as such
	Pace           Pace
	ParentStatus   ParentStatus // "" is ByPace
}

// Unknown says what an unknown child counts as in its parent.
type Unknown string

// The rules for unknown children. A parent none of whose children is known is
// unknown under each of them.
const (
	UnknownZero Unknown = "zero" // 0, its weight kept
	UnknownSkip Unknown = "skip" // left out; see Policy.KnownFrom
)

// Empty says what the progress of a goal is that nothing gives progress to.
type Empty string

// The rules for empty goals.
const (
	EmptyUnknown Empty = "unknown"
	EmptyZero    Empty = "zero"
	EmptyOne     Empty = "one"
)

// AllZero says what the progress of a parent is whose links all weigh 0.
type AllZero string

// The rules for parents whose links all weigh 0.
const (
	AllZeroUnknown AllZero = "unknown"
	AllZeroEqual   AllZero = "equal" // all children weigh the same
	AllZeroZero    AllZero = "zero"
)

// ClosedCounts says what a closed goal counts as in the goals it supports.
type ClosedCounts string

// The rules for closed goals.
const (
	ClosedFrozen ClosedCounts = "frozen" // its score, else its frozen progress
	ClosedOne    ClosedCounts = "one"    // 1, unless an override says otherwise
)

// ParentStatus says how the status of a goal with children is found.
type ParentStatus string

// The rules for the status of parents.
const (
	ByPace  ParentStatus = "pace"  // by its own progress and expectation
	ByWorst ParentStatus = "worst" // the worst of its children that count
)

// Pace holds the thresholds between ahead, on track, behind and at risk, P
// being progress and E what is expected, both as published. They are compared
// by multiplying across, and bounds are included.
//
//	rule    ahead         on_track        behind         else    defaults
//	ratio   P/E >= Ahead  P/E >= OnTrack  P/E >= Behind  at_risk  1.10, 0.90, 0.70
//	points  E-P <= Ahead  E-P <= OnTrack  E-P <= Behind  at_risk  -0.10, 0.10, 0.30
//
// A bound that is to be left out can be had exactly, for P and E have 18 decimal
// places: E-P < 0.165 says the same as E-P <= 0.164999999999999999. [PacePreset]
// has rules that were published.
type Pace struct {
	Rule    PaceRule // "" is PaceRatio
	Ahead   kpi.Number
	NoAhead bool // nothing is ahead: what would be is on track
	OnTrack kpi.Number
	Behind  kpi.Number
}

// A PaceRule says how progress is held against what is expected.
type PaceRule string

// The pace rules.
const (
	PaceRatio  PaceRule = "ratio"
	PacePoints PaceRule = "points"
)

// Check returns [kpi.Problems] with every fault of p, fields named as in the
// JSON contract, or nil: words that are not listed ([kpi.ErrEnum]), faulty
// numbers ([kpi.ErrNumber]), and numbers that make no sense ([ErrPolicy]): a
// known share outside 0..1 or without UnknownSkip, a cap below the floor, both
// a cap and none, more than 18 decimal places of cap or floor, thresholds out of
// order or, for ratios, below 0, both a threshold of ahead and none.
func (p Policy) Check() error {
	var c policyCheck
	word(&c, "unknown", p.Unknown, UnknownZero, UnknownSkip)
	word(&c, "empty", p.Empty, EmptyUnknown, EmptyZero, EmptyOne)
	word(&c, "allZeroWeights", p.AllZeroWeights, AllZeroUnknown, AllZeroEqual, AllZeroZero)
	word(&c, "closedCounts", p.ClosedCounts, ClosedFrozen, ClosedOne)
	word(&c, "parentStatus", p.ParentStatus, ByPace, ByWorst)
	word(&c, "pace.rule", p.Pace.Rule, PaceRatio, PacePoints)
	if p.KnownFrom.Check("unknown.skipFrom", c.add) {
		if p.Unknown != UnknownSkip || p.KnownFrom.Sign() < 0 || p.KnownFrom.Cmp(kpi.Int(1)) > 0 {
			c.add("unknown.skipFrom", ErrPolicy, p.KnownFrom.String(), "want a share from 0 to 1, with skip")
		}
	}
	c.bounds(p)
	c.pace(p.Pace)
	return c.problems.Err()
}

type policyCheck struct{ problems kpi.Problems }

func (c *policyCheck) add(field string, reason kpi.Reason, value, detail string) {
	c.problems.Add("", "policy."+field, reason, value, detail)
}

// word reports a word that is neither empty nor one of words.
func word[T ~string](c *policyCheck, field string, w T, words ...T) {
	if w != "" && !slices.Contains(words, w) {
		c.add(field, kpi.ErrEnum, string(w), "not a word of this policy")
	}
}

func (c *policyCheck) bounds(p Policy) {
	for _, b := range []struct {
		field string
		n     kpi.Number
		none  bool
	}{{"cap", p.Cap, p.NoCap}, {"floor", p.Floor, p.NoFloor}} {
		if !b.n.Check(b.field, c.add) {
			continue
		}
		if _, places, _ := b.n.Scaled(); places > 18 {
			c.add(b.field, ErrPolicy, b.n.String(), "more than 18 decimal places")
		}
		if b.none {
			c.add(b.field, ErrPolicy, b.n.String(), "given, and switched off")
		}
	}
	if p.Cap.Err() != nil || p.Floor.Err() != nil || p.NoCap || p.NoFloor {
		return
	}
	if most, least := orElse(p.Cap, "1"), orElse(p.Floor, "0"); most.Cmp(least) < 0 {
		c.add("cap", ErrPolicy, most.String(), "the cap is below the floor "+least.String())
	}
}

func (c *policyCheck) pace(p Pace) {
	ahead := p.Ahead.Check("pace.ahead", c.add)
	onTrack := p.OnTrack.Check("pace.onTrack", c.add)
	behind := p.Behind.Check("pace.behind", c.add)
	if ahead && p.NoAhead {
		c.add("pace.ahead", ErrPolicy, p.Ahead.String(), "given, and switched off")
		p.Ahead = kpi.Number{}
	}
	if !ahead && p.Ahead.Given() || !onTrack && p.OnTrack.Given() || !behind && p.Behind.Given() {
		return
	}
	r := p.resolved()
	falls := r.Ahead.Cmp(r.OnTrack) >= 0 && r.OnTrack.Cmp(r.Behind) >= 0
	rises := r.Ahead.Cmp(r.OnTrack) <= 0 && r.OnTrack.Cmp(r.Behind) <= 0
	switch {
	case r.Rule == PaceRatio && (!falls || r.Behind.Sign() < 0):
		c.add("pace", ErrPolicy, "", "want ahead >= onTrack >= behind >= 0")
	case r.Rule == PacePoints && !rises:
		c.add("pace", ErrPolicy, "", "want ahead <= onTrack <= behind")
	}
}

// resolved returns p with its defaults written out.
func (p Pace) resolved() Pace {
	p.Rule = cmp.Or(p.Rule, PaceRatio)
	ahead, onTrack, behind := "1.10", "0.90", "0.70"
	if p.Rule == PacePoints {
		ahead, onTrack, behind = "-0.10", "0.10", "0.30"
	}
	p.OnTrack, p.Behind = orElse(p.OnTrack, onTrack), orElse(p.Behind, behind)
	if p.NoAhead {
		ahead = p.OnTrack.String()
	}
	p.Ahead = orElse(p.Ahead, ahead)
	return p
}

func orElse(n kpi.Number, text string) kpi.Number {
	if n.Given() {
		return n
	}
	return kpi.Num(text)
}

// rules is a checked policy, its numbers made ready.
type rules struct {
	Policy
	limits      limits
	least, most kpi.Ratio // floor and cap; unknown: none
	knownFrom   *big.Rat  // nil: any known child will do
	enough      [2]uint64 // knownFrom as a fraction
	// general says that the policy asks for more than the engine knows: other
	// limits than 0 and 1 for what a child counts as, or too fine a known share.
	general bool
}

func (p Policy) rules() rules {
	r := rules{Policy: p}
	r.limits = newLimits(p.Pace.resolved())
	if !p.NoFloor {
		r.least = kpi.RatioOf(orElse(p.Floor, "0"))
	}
	if !p.NoCap {
		r.most = kpi.RatioOf(orElse(p.Cap, "1"))
	}
	r.general = !r.least.Equal(kpi.Units(0)) || !r.most.Equal(one)
	r.enough = [2]uint64{0, 1}
	if p.KnownFrom.Given() {
		r.knownFrom = p.KnownFrom.Rat()
		n, d := r.knownFrom.Num(), r.knownFrom.Denom()
		r.general = r.general || !d.IsUint64()
		r.enough = [2]uint64{n.Uint64(), d.Uint64()}
	}
	return r
}

// clamp returns what a child at x counts as.
func (r *rules) clamp(x kpi.Ratio) kpi.Ratio {
	switch {
	case r.least.Known() && x.Cmp(r.least) < 0:
		return r.least
	case r.most.Known() && x.Cmp(r.most) > 0:
		return r.most
	}
	return x
}

// counted returns what a goal counts as in the goals it supports: unlike what
// it shows, this may lie outside 0..1.
func (r *rules) counted(f *figures) kpi.Ratio {
	switch {
	case f.override.Known():
		return f.override
	case f.state == goal.Closed && r.ClosedCounts == ClosedOne:
		return one
	case f.score.Known():
		return f.score
	}
	return f.raw
}

var one = kpi.RatioOf(kpi.Int(1))
