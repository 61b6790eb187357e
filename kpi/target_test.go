package kpi_test

import (
	"encoding/json"
	"math/big"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
)

// checked returns the faults of a target, each as "field: code value".
func checked(t kpi.Target, c kpi.Combine) []string {
	var faults []string
	t.Check(c, func(field string, reason kpi.Reason, value, _ string) {
		faults = append(faults, strings.TrimSpace(field+": "+string(reason)+" "+value))
	})
	return faults
}

func TestTargetCheckPasses(t *testing.T) {
	tolerant := kpi.AtLeast("0.9")
	tolerant.Tolerance, tolerant.Score = kpi.Num("0.1"), kpi.ScoreShare
	bent := kpi.Reach("20", "100")
	bent.Points = []kpi.Point{kpi.PointAt("50", "0.4"), kpi.PointAt("80", "0.7")}
	falling := kpi.Reach("100", "20")
	falling.Points = []kpi.Point{kpi.PointAt("80", "0.1")}
	bentSum := kpi.Deliver("100")
	bentSum.Points = []kpi.Point{kpi.PointAt("50", "0.8")}
	bentChange := kpi.ReachBy("100", "+20%")
	bentChange.Points = []kpi.Point{kpi.PointAt("110", "0.4")}
	tests := []struct {
		name    string
		target  kpi.Target
		combine kpi.Combine
	}{
		{"reach up", kpi.Reach("0.020", "0.022"), ""},
		{"reach down", kpi.Reach("9", "3"), kpi.Last},
		{"below zero", kpi.Reach("-5", "-1"), kpi.Mean},
		{"deliver", kpi.Deliver("100"), kpi.Sum},
		{"sum with a base", kpi.Reach("80", "100"), kpi.Sum},
		{"to 0", kpi.Reach("12", "0"), kpi.Last},
		{"measured baseline", kpi.Target{Kind: kpi.KindReach, Change: "10%"}, kpi.Last},
		{"by percent", kpi.ReachBy("5000", "10%"), kpi.Last},
		{"by plus percent", kpi.ReachBy("5000", "+10%"), kpi.Sum},
		{"by less", kpi.ReachBy("50", "-2"), kpi.Last},
		{"by less percent", kpi.ReachBy("50", "-2.5%"), kpi.Last},
		{"at least", kpi.AtLeast("0.9"), kpi.Mean},
		{"at most 0", kpi.AtMost("0"), kpi.Max},
		{"with tolerance", tolerant, kpi.Mean},
		{"within", kpi.Within("4", "5"), kpi.Mean},
		{"exactly", kpi.Within("4", "4"), kpi.Mean},
		{"done", kpi.Finish(), kpi.Last},
		{"bent", bent, kpi.Last},
		{"bent and falling", falling, kpi.Last},
		{"bent sum", bentSum, kpi.Sum},
		{"bent change", bentChange, kpi.Last},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			assert.Empty(t, checked(test.target, test.combine))
		})
	}
}

func TestTargetCheckFinds(t *testing.T) {
	n := kpi.Num
	points := func(pairs ...string) kpi.Target {
		target := kpi.Reach("20", "100")
		for i := 0; i < len(pairs); i += 2 {
			target.Points = append(target.Points, kpi.PointAt(pairs[i], pairs[i+1]))
		}
		return target
	}
	tests := []struct {
		name    string
		target  kpi.Target
		combine kpi.Combine
		want    []string
	}{
		{"no kind", kpi.Target{To: n("5")}, kpi.Last, []string{"kind: target"}},
		{"unknown kind", kpi.Target{Kind: "grow"}, kpi.Last, []string{"kind: enum grow"}},
		{"unknown score", kpi.Target{Kind: "at_least", Value: n("1"), Score: "mean"}, kpi.Last, []string{"score: enum mean"}},
		{"reach nothing", kpi.Target{Kind: "reach", From: n("1")}, kpi.Last, []string{"to: target"}},
		{"two baselines", kpi.Target{Kind: "reach", From: n("1"), FromAt: "2026-01-01", To: n("2")}, kpi.Last, []string{"fromAt: target"}},
		{"points from a measured end", kpi.Target{Kind: "reach", FromAt: "2026", To: n("2"), Points: []kpi.Point{kpi.PointAt("1", "0.2")}}, kpi.Sum, []string{"points: target"}},
		{"a baseline of a limit", kpi.Target{Kind: "at_least", FromAt: "2026-01-01", Value: n("1")}, kpi.Last, []string{"fromAt: target"}},
		{"to and change", kpi.Target{Kind: "reach", From: n("1"), To: n("2"), Change: "1"}, kpi.Last, []string{"change: target"}},
		{
			"reach with a limit",
			kpi.Target{Kind: "reach", From: n("1"), To: n("2"), Value: n("3"), Low: n("1"), High: n("1"), Tolerance: n("1"), Score: "latest"},
			kpi.Last,
			[]string{"value: target", "low: target", "high: target", "tolerance: target", "score: target"},
		},
		{"no limit", kpi.Target{Kind: "at_least"}, kpi.Mean, []string{"value: target"}},
		{
			"at most with ends",
			kpi.Target{Kind: "at_most", Value: n("1"), From: n("1"), To: n("2"), Change: "5", Points: []kpi.Point{kpi.PointAt("1", "0.5")}},
			kpi.Mean,
			[]string{"from: target", "to: target", "change: target", "points: target"},
		},
		{"within nothing", kpi.Target{Kind: "within", Value: n("1")}, kpi.Mean, []string{"value: target", "low: target", "high: target"}},
		{"within the wrong way round", kpi.Within("5", "4"), kpi.Mean, []string{"low: target 5"}},
		{"negative tolerance", kpi.Target{Kind: "at_most", Value: n("1"), Tolerance: n("-0.1")}, kpi.Mean, []string{"tolerance: target -0.1"}},
		{"done with a number", kpi.Target{Kind: "done", To: n("1")}, kpi.Last, []string{"to: target"}},
		{"done by share", kpi.Target{Kind: "done", Score: "share"}, kpi.Last, []string{"score: target"}},
		{"bad ends", kpi.Reach("x", "1e99"), kpi.Last, []string{"from: number x", "to: number 1e99"}},
		{
			"bad limits",
			kpi.Target{Kind: "within", Low: n("a"), High: n("b"), Tolerance: n("c")},
			kpi.Mean,
			[]string{"low: number a", "high: number b", "tolerance: number c"},
		},
		{"bad limit", kpi.AtLeast(""), kpi.Mean, []string{"value: number"}},
		{"bad change", kpi.ReachBy("5", "ten"), kpi.Last, []string{"change: number ten"}},
		{"two signs", kpi.ReachBy("5", "+-2"), kpi.Last, []string{"change: number +-2"}},
		{"a space", kpi.ReachBy("5", "10 %"), kpi.Last, []string{"change: number 10 %"}},
		{"bad change of nothing", kpi.Target{Kind: "reach", Change: "%"}, kpi.Last, []string{"change: number %"}},
		{"stays where it is", kpi.Reach("5", "5.0"), kpi.Last, []string{"to: target 5"}},
		{"sum stays where it is", kpi.Reach("5", "5"), kpi.Sum, []string{"to: target 5"}},
		{"changes by nothing", kpi.ReachBy("5", "0%"), kpi.Last, []string{"change: target 5"}},
		{"percent of 0", kpi.ReachBy("0", "10%"), kpi.Last, []string{"change: target 0"}},
		{"sum to 0", kpi.Deliver("0"), kpi.Sum, []string{"to: target 0"}},
		{"sum changed to 0", kpi.ReachBy("50", "-100%"), kpi.Sum, []string{"change: target 0"}},
		{"points without a start", kpi.Target{Kind: "reach", To: n("5"), Points: []kpi.Point{kpi.PointAt("2", "0.5")}}, kpi.Last, []string{"points: target"}},
		{"bad point", points("x", "y"), kpi.Last, []string{"points[0][0]: number x", "points[0][1]: number y"}},
		{"half a point", kpi.Target{Kind: "reach", From: n("1"), To: n("5"), Points: []kpi.Point{{Value: n("2")}}}, kpi.Last, []string{"points[0]: target"}},
		{"point at the start", points("20", "0.4"), kpi.Last, []string{"points[0]: target 20"}},
		{"point at the end", points("100", "0.4"), kpi.Last, []string{"points[0]: target 100"}},
		{"point outside", points("50", "0.4", "101", "0.5"), kpi.Last, []string{"points[1]: target 101"}},
		{"points out of order", points("50", "0.4", "40", "0.5"), kpi.Last, []string{"points[1]: target 40"}},
		{"point twice", points("50", "0.4", "50", "0.5"), kpi.Last, []string{"points[1]: target 50"}},
		{"progress stands", points("50", "0.4", "60", "0.4"), kpi.Last, []string{"points[1]: target 60"}},
		{"progress falls", points("50", "0.4", "60", "0.3"), kpi.Last, []string{"points[1]: target 60"}},
		{"progress 0", points("50", "0"), kpi.Last, []string{"points[0]: target 50"}},
		{"progress 1", points("50", "1"), kpi.Last, []string{"points[0]: target 50"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			assert.Equal(t, test.want, checked(test.target, test.combine))
		})
	}
}

func TestTargetJudge(t *testing.T) {
	tolerant := func(target kpi.Target, tolerance string) kpi.Target {
		target.Tolerance = kpi.Num(tolerance)
		return target
	}
	bent := func(target kpi.Target, pairs ...string) kpi.Target {
		for i := 0; i < len(pairs); i += 2 {
			target.Points = append(target.Points, kpi.PointAt(pairs[i], pairs[i+1]))
		}
		return target
	}
	up := bent(kpi.Reach("0", "100"), "50", "0.4", "80", "0.7")
	down := bent(kpi.Reach("100", "0"), "50", "0.8")
	tests := []struct {
		name    string
		target  kpi.Target
		combine kpi.Combine
		value   string
		want    string
	}{
		{"up", kpi.Reach("0.020", "0.022"), "", "0.021", "0.5"},
		{"up, at the start", kpi.Reach("0.020", "0.022"), "", "0.020", "0"},
		{"up, done", kpi.Reach("0.020", "0.022"), "", "0.022", "1"},
		{"up, below", kpi.Reach("20", "24"), kpi.Last, "19", "-0.25"},
		{"up, above", kpi.Reach("20", "24"), kpi.Last, "30", "2.5"},
		{"down", kpi.Reach("9", "3"), kpi.Mean, "5", "0.666666666666666667"}, // (5-9)/(3-9) = 4/6
		{"through 0", kpi.Reach("-5", "5"), kpi.Last, "0", "0.5"},
		{"sum", kpi.Deliver("200"), kpi.Sum, "35", "0.175"},
		{"sum ignores from", kpi.Reach("100", "200"), kpi.Sum, "50", "0.25"},
		{"sum by change", kpi.ReachBy("200", "10%"), kpi.Sum, "110", "0.5"},         // T = 220
		{"negative sum", kpi.Deliver("-200"), kpi.Sum, "-50", "0.25"},               //
		{"by percent", kpi.ReachBy("5000", "+10%"), kpi.Last, "5125", "0.25"},       // T = 5500
		{"by percent below 0", kpi.ReachBy("-50", "10%"), kpi.Last, "-47.5", "0.5"}, // T = -50 + 50 × 0.10 = -45
		{"by percent less", kpi.ReachBy("-50", "-10%"), kpi.Last, "-55", "1"},       // T = -55
		{"by amount", kpi.ReachBy("8", "-2"), kpi.Last, "7", "0.5"},                 // T = 6
		{"just begun", kpi.Reach("0", "1e40"), kpi.Last, "1e-30", "0.000000000000000001"},
		{"nearly done", kpi.Reach("0", "1e40"), kpi.Last, "9999999999999999999999999999999999999999", "0.999999999999999999"},
		{"hardly over", kpi.Reach("0", "3e20"), kpi.Last, "300000000000000000001", "1.000000000000000001"},

		{"bent, first piece", up, kpi.Last, "25", "0.2"},
		{"bent, at a point", up, kpi.Last, "50", "0.4"},
		{"bent, second piece", up, kpi.Last, "65", "0.55"},            // halfway from 0.4 to 0.7
		{"bent, last piece", up, kpi.Last, "90", "0.85"},              // halfway from 0.7 to 1
		{"bent, beyond", up, kpi.Last, "100", "1"},                    //
		{"bent, far beyond", up, kpi.Last, "120", "1.3"},              // 0.7 + 0.3 × 40/20
		{"bent, below", up, kpi.Last, "-25", "-0.2"},                  // 0.4 × -25/50
		{"bent down, first piece", down, kpi.Last, "75", "0.4"},       //
		{"bent down, last piece", down, kpi.Last, "25", "0.9"},        //
		{"bent down, below the start", down, kpi.Last, "150", "-0.8"}, // 0.8 × -50/50
		{"bent down, beyond", down, kpi.Last, "-50", "1.2"},           // 0.8 + 0.2 × 100/50
		{"bent sum", bent(kpi.Deliver("100"), "50", "0.8"), kpi.Sum, "75", "0.9"},
		{"bent, no whole number", bent(kpi.Reach("0", "3"), "1", "0.5"), kpi.Last, "2", "0.75"},
		{"bent, rounded", bent(kpi.Reach("0", "4"), "3", "0.7"), kpi.Last, "1", "0.233333333333333333"}, // 0.7/3

		{"at least, met", kpi.AtLeast("0.9"), kpi.Mean, "0.9", "1"},
		{"at least, more", kpi.AtLeast("0.9"), kpi.Mean, "7", "1"},
		{"at least, strict", kpi.AtLeast("0.9"), kpi.Mean, "0.8999999", "0"},
		{"at least, nearly", tolerant(kpi.AtLeast("0.9"), "0.1"), kpi.Mean, "0.875", "0.75"},
		{"at least, at the tolerance", tolerant(kpi.AtLeast("0.9"), "0.1"), kpi.Mean, "0.8", "0"},
		{"at least, far below", tolerant(kpi.AtLeast("0.9"), "0.1"), kpi.Mean, "0.1", "0"},
		{"at most, met", kpi.AtMost("3"), kpi.Max, "3", "1"},
		{"at most, less", kpi.AtMost("3"), kpi.Max, "-3", "1"},
		{"at most, strict", kpi.AtMost("3"), kpi.Max, "3.01", "0"},
		{"at most, nearly", tolerant(kpi.AtMost("3"), "0.3"), kpi.Max, "3.1", "0.666666666666666667"},
		{"within, low", kpi.Within("4", "5"), kpi.Mean, "4", "1"},
		{"within, high", kpi.Within("4", "5"), kpi.Mean, "5", "1"},
		{"within, strict", kpi.Within("4", "5"), kpi.Mean, "5.1", "0"},
		{"within, nearly from below", tolerant(kpi.Within("4", "5"), "1"), kpi.Mean, "3.75", "0.75"},
		{"within, nearly from above", tolerant(kpi.Within("4", "5"), "1"), kpi.Mean, "5.5", "0.5"},

		{"done", kpi.Finish(), kpi.Last, "1", "1"},
		{"more than done", kpi.Finish(), kpi.Last, "3", "1"},
		{"not done", kpi.Finish(), kpi.Last, "0.99", "0"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			require.Empty(t, checked(test.target, test.combine))
			s := test.target.Judge(test.combine, kpi.ValueOf(num(t, test.value)))
			assert.Equal(t, test.want, s.Raw.String())
			assert.Empty(t, s.Absence)
		})
	}
}

func TestTargetJudgeAQuotient(t *testing.T) {
	third := kpi.QuotientOf(big.NewRat(1, 3), big.NewRat(1, 1))
	// (1/3 - 0) / (2/3 is no decimal, so 0.5) = 2/3
	assert.Equal(t, "0.666666666666666667", kpi.Reach("0", "0.5").Judge("", third).Raw.String())
	assert.Equal(t, "1", kpi.AtLeast("0.333333333333333333").Judge("", third).Raw.String())
	assert.Equal(t, "0", kpi.AtLeast("0.333333333333333334").Judge("", third).Raw.String())
	assert.Equal(t, "1", kpi.Finish().Judge("", kpi.QuotientOf(big.NewRat(7, 1), big.NewRat(6, 1))).Raw.String())
}

func TestTargetJudgeUnknown(t *testing.T) {
	for _, target := range []kpi.Target{kpi.Reach("1", "2"), kpi.AtLeast("1"), kpi.AtMost("1"), kpi.Within("1", "2")} {
		s := target.Judge(kpi.Last, kpi.Value{})
		assert.False(t, s.Raw.Known())
		assert.Equal(t, kpi.NoReading, s.Absence)
	}
	s := kpi.Finish().Judge(kpi.Last, kpi.Value{})
	assert.Equal(t, "0", s.Raw.String(), "a milestone without a reading is a known 0")
	assert.Empty(t, s.Absence)

	s = kpi.Target{Kind: kpi.KindReach, Change: "10%"}.Judge(kpi.Last, kpi.ValueOf(kpi.Int(5)))
	assert.False(t, s.Raw.Known())
	assert.Equal(t, kpi.NoBaseline, s.Absence)
}

func TestTargetJudgeFromMeasured(t *testing.T) {
	third := kpi.QuotientOf(big.NewRat(1, 3), big.NewRat(1, 1))
	of := func(n string) kpi.Value { return kpi.ValueOf(kpi.Num(n)) }
	tests := []struct {
		name            string
		target          kpi.Target
		combine         kpi.Combine
		value, baseline kpi.Value
		raw, from, to   string
		absence         kpi.Absence
	}{
		{"up", kpi.ChangeBy("10%"), kpi.Last, of("5300"), of("5000"), "0.6", "5000", "5500", ""},
		{"down by points", kpi.ChangeBy("-2"), kpi.Mean, of("7"), of("8"), "0.5", "8", "6", ""},
		{"from below 0", kpi.ChangeBy("+50%"), kpi.Last, of("-8"), of("-8"), "0", "-8", "-4", ""},
		{"to a value", kpi.Deliver("20"), kpi.Max, of("15"), of("10"), "0.5", "10", "20", ""},
		{"a sum scores from 0", kpi.ChangeBy("10%"), kpi.Sum, of("55"), of("100"), "0.5", "100", "110", ""},
		{"a sum to 0", kpi.ChangeBy("-100%"), kpi.Sum, of("55"), of("100"), "unknown", "100", "0", kpi.NoDistance},
		{"a sum after nothing", kpi.ChangeBy("10%"), kpi.Sum, of("55"), of("0"), "unknown", "0", "0", kpi.NoDistance},
		// (2/5 - 1/3) / (1/3 x 0.3) = 2/3
		{"a quotient", kpi.ChangeBy("30%"), "", of("0.4"), third, "0.666666666666666667", "0.333333333333333333", "0.433333333333333333", ""},
		{"a quotient by points", kpi.ChangeBy("0.1"), "", of("0.4"), third, "0.666666666666666667", "0.333333333333333333", "0.433333333333333333", ""},
		{"no way to go", kpi.ChangeBy("10%"), kpi.Last, of("1"), of("0"), "unknown", "0", "0", kpi.NoDistance},
		{"there already", kpi.Deliver("20"), kpi.Last, of("15"), of("20"), "unknown", "20", "20", kpi.NoDistance},
		{"nothing to start from", kpi.Deliver("20"), kpi.Last, of("15"), kpi.Value{}, "unknown", "unknown", "20", kpi.NoBaseline},
		{"no change of nothing", kpi.ChangeBy("10%"), kpi.Sum, of("15"), kpi.Value{}, "unknown", "unknown", "unknown", kpi.NoBaseline},
		{"no value", kpi.ChangeBy("10%"), kpi.Last, kpi.Value{}, of("5000"), "unknown", "5000", "5500", kpi.NoReading},
		{"not where the plan knows", kpi.ReachBy("5000", "10%"), kpi.Last, of("5300"), of("1"), "0.6", "5000", "5500", ""},
		{"a sum that only shows it", kpi.Target{Kind: kpi.KindReach, To: kpi.Int(100), FromAt: "2025"}, kpi.Sum, of("25"), of("70"), "0.25", "70", "100", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := test.target.JudgeFrom(test.combine, test.value, test.baseline)
			assert.Equal(t, []string{test.raw, test.from, test.to}, []string{s.Raw.String(), s.From.String(), s.To.String()})
			assert.Equal(t, test.absence, s.Absence)
		})
	}
}

func TestScoredEnds(t *testing.T) {
	tests := []struct {
		target   kpi.Target
		from, to string
	}{
		{kpi.Reach("1400", "2000"), "1400", "2000"},
		{kpi.ReachBy("5000", "+10%"), "5000", "5500"},
		{kpi.Deliver("100"), "unknown", "100"},
		{kpi.AtLeast("0.9"), "unknown", "0.9"},
		{kpi.AtMost("3"), "unknown", "3"},
		{kpi.Within("4", "5"), "unknown", "unknown"},
		{kpi.Finish(), "unknown", "1"},
	}
	for _, test := range tests {
		s := test.target.Judge(kpi.Last, kpi.ValueOf(kpi.Int(7)))
		assert.Equal(t, test.from, s.From.String(), test.target.Kind)
		assert.Equal(t, test.to, s.To.String(), test.target.Kind)
	}
}

func TestTargetEnds(t *testing.T) {
	tests := []struct {
		name     string
		target   kpi.Target
		combine  kpi.Combine
		from, to string // "" if the plan does not give them
	}{
		{"both", kpi.Reach("3", "9"), kpi.Last, "3", "9"},
		{"percent", kpi.ReachBy("-40", "25%"), kpi.Last, "-40", "-30"},
		{"amount", kpi.ReachBy("8", "-2"), kpi.Last, "8", "6"},
		{"sum", kpi.Reach("3", "9"), kpi.Sum, "0", "9"},
		{"sum by change", kpi.ReachBy("200", "10%"), kpi.Sum, "0", "220"},
		{"measured", kpi.Target{Kind: kpi.KindReach, Change: "10%"}, kpi.Last, "", ""},
		{"no start", kpi.Deliver("9"), kpi.Last, "", ""},
		{"no reach target", kpi.AtLeast("9"), kpi.Last, "", ""},
		{"faulty", kpi.Reach("x", "9"), kpi.Last, "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			from, to, ok := test.target.Ends(test.combine)
			assert.Equal(t, test.to != "", ok)
			if ok {
				assert.Equal(t, test.from, from.String())
				assert.Equal(t, test.to, to.String())
			}
		})
	}
}

// TestJudgeAgainstRationals recomputes reach targets of random ends with big.Rat.
func TestJudgeAgainstRationals(t *testing.T) {
	random := rand.New(rand.NewPCG(13, 17))
	for range 5_000 {
		from, to, value := randomNumber(random), randomNumber(random), randomNumber(random)
		target := kpi.Reach(from, to)
		if checked(target, kpi.Last) != nil {
			continue
		}
		x := num(t, value).Rat()
		x.Sub(x, num(t, from).Rat())
		x.Quo(x, new(big.Rat).Sub(num(t, to).Rat(), num(t, from).Rat()))
		got := target.Judge(kpi.Last, kpi.ValueOf(num(t, value))).Raw
		require.Equal(t, rounded(x).String(), got.BigInt().String(), "%s -> %s, at %s", from, to, value)
	}
}

// TestBentTargetIsContinuous walks along a target of random points: at each the
// progress is what the point says, and in between it rises.
func TestBentTargetIsContinuous(t *testing.T) {
	random := rand.New(rand.NewPCG(19, 23))
	target := kpi.Reach("0", "1000")
	at, progress := 0, 0
	for at < 900 && progress < 90 {
		at += 1 + random.IntN(60)
		progress += 1 + random.IntN(4)
		target.Points = append(target.Points, kpi.Point{Value: kpi.Int(int64(at)), Progress: kpi.Num("0." + pad(progress))})
	}
	require.Empty(t, checked(target, kpi.Last))
	for _, p := range target.Points {
		got := target.Judge(kpi.Last, kpi.ValueOf(p.Value)).Raw
		require.True(t, got.Equal(kpi.RatioOf(p.Progress)), "%s at %s", got, p.Value)
	}
	last := target.Judge(kpi.Last, kpi.ValueOf(kpi.Int(-20))).Raw
	for v := int64(-19); v < 1020; v++ {
		next := target.Judge(kpi.Last, kpi.ValueOf(kpi.Int(v))).Raw
		require.Equal(t, 1, next.Cmp(last), "at %d", v)
		last = next
	}
}

func pad(percent int) string {
	if percent < 10 {
		return "0" + strconv.Itoa(percent)
	}
	return strconv.Itoa(percent)
}

func TestTargetJSON(t *testing.T) {
	for _, doc := range []string{
		`{"kind":"reach","from":"0.02","to":"0.022"}`,
		`{"kind":"reach","from":"5000","change":"10%"}`,
		`{"kind":"reach","change":"-2"}`,
		`{"kind":"reach","from":"0","to":"100","points":[["50","0.4"],["80","0.7"]]}`,
		`{"kind":"at_least","value":"0.9","tolerance":"0.1","score":"share"}`,
		`{"kind":"within","low":"4","high":"5","tolerance":"1"}`,
		`{"kind":"done"}`,
	} {
		var target kpi.Target
		require.NoError(t, json.Unmarshal([]byte(doc), &target))
		out, err := json.Marshal(target)
		require.NoError(t, err)
		assert.Equal(t, doc, string(out))
	}
	var target kpi.Target
	require.NoError(t, json.Unmarshal([]byte(`{"kind":"reach","from":50,"change":-2.5,"points":[[49,0.5]]}`), &target))
	assert.Equal(t, kpi.Change("-2.5"), target.Change)
	assert.Empty(t, checked(target, kpi.Last))
}
