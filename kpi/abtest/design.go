package abtest

import (
	"math"
	"strconv"

	"github.com/goalkit/goalkit/internal/stat"
	"github.com/goalkit/goalkit/kpi"
)

// A Design is the sum that is done before an experiment starts: how many people
// tell these two rates apart. It is that of R's power.prop.test. With
// s0 = √((p1+p2)(1-(p1+p2)/2)) and s1 = √(p1(1-p1) + p2(1-p2)):
//
//	n     = ((z(1-alpha/sides) s0 + z(power) s1) / (p1-p2))²
//	power = Φ((√n |p1-p2| - z(1-alpha/sides) s0) / s1)
//
// A two-sided test is not given credit for the wrong direction. Fields that are 0
// have the defaults named; a rate of 0 is a rate.
type Design struct {
	Control  float64 // the rate as it is
	Variant  float64 // the rate that must not be missed
	Alpha    float64 // how often to claim a difference where there is none; 0.05
	Power    float64 // how often to find the difference where there is one; 0.8
	OneSided bool    // whether only one direction is looked at
}

// N returns the people needed per arm, rounded up. It fails with
//   - [ErrRate] if a rate or the power is outside 0..1, the power is 1, or the
//     rates are equal, which no number tells apart;
//   - [ErrAlpha];
//   - [ErrRange] if it is more than an int64 holds.
func (d Design) N() (int64, error) {
	size, err := d.Size()
	if err != nil {
		return 0, err
	}
	if size >= math.MaxInt64 {
		var f faults
		f.add("n", ErrRange, text(size), "more people than can be counted")
		return 0, f.list
	}
	return max(int64(math.Ceil(size)), 1), nil
}

// Size is [Design.N] before it is rounded.
func (d Design) Size() (float64, error) {
	var f faults
	d = d.withDefaults()
	d.check(&f)
	d.checkVariant(&f)
	d.checkPower(&f)
	if len(f.list) > 0 {
		return 0, f.list
	}
	// Below 0 where the power asked for is less than alpha: anybody is enough.
	spread := max(d.z()*d.s0()+stat.NormalQuantile(d.Power)*d.s1(), 0)
	root := spread / (d.Control - d.Variant)
	f.result("n", root*root)
	return root * root, f.list.Err()
}

// PowerAt returns how often n people per arm find the difference; Power plays no
// part. It fails with [ErrSize] if n is below 1, and like [Design.N].
func (d Design) PowerAt(n int64) (float64, error) {
	var f faults
	d = d.withDefaults()
	d.check(&f)
	d.checkVariant(&f)
	f.size(n)
	if len(f.list) > 0 {
		return 0, f.list
	}
	return d.powerAt(n), nil
}

// Detectable returns the rate nearest to Control, above it or, where lower is
// better, below, that n people per arm find with the Power; Variant plays no part.
// It fails with
//   - [ErrSize] if n is below 1, or too small for any rate;
//   - [kpi.ErrEnum] if better is neither higher ("") nor lower;
//   - [ErrRate] if the power is below 0.5, where a larger difference can be found
//     less often, and else like [Design.N], as with [ErrAlpha].
func (d Design) Detectable(n int64, better kpi.Better) (float64, error) {
	var f faults
	d = d.withDefaults()
	d.check(&f)
	d.checkPower(&f)
	f.size(n)
	f.direction(better)
	if d.Power < 0.5 {
		f.add("power", ErrRate, text(d.Power), "want 0.5 or more to look for a rate")
	}
	if len(f.list) > 0 {
		return 0, f.list
	}
	near, far := d.Control, 1.0
	if better == kpi.Lower {
		far = 0
	}
	finds := func(rate float64) bool {
		d.Variant = rate
		return rate != d.Control && d.powerAt(n) >= d.Power
	}
	// √n |p1-p2| - z s0 - z(power) s1 is convex in p2 and not above 0 at p2 = p1, so
	// there is one rate where it passes 0, or none.
	if !finds(far) {
		f.add("n", ErrSize, strconv.FormatInt(n, 10), "too few to find any difference with this power")
		return 0, f.list
	}
	for range 100 { // halves, until near and far are neighbours
		if middle := near + (far-near)/2; finds(middle) {
			far = middle
		} else {
			near = middle
		}
	}
	return far, nil
}

func (d Design) powerAt(n int64) float64 {
	above := math.Sqrt(float64(n))*math.Abs(d.Control-d.Variant) - d.z()*d.s0()
	if s1 := d.s1(); s1 > 0 {
		return stat.Normal(above / s1)
	}
	if above < 0 { // from 0 to 1, where nothing varies: all or nothing
		return 0
	}
	return 1
}

// z is the quantile of the test.
func (d Design) z() float64 {
	if d.OneSided {
		return -stat.NormalQuantile(d.Alpha)
	}
	return quantile(d.Alpha)
}

func (d Design) s0() float64 {
	return math.Sqrt((d.Control + d.Variant) * ((1 - d.Control) + (1 - d.Variant)) / 2)
}

func (d Design) s1() float64 {
	return math.Sqrt(d.Control*(1-d.Control) + d.Variant*(1-d.Variant))
}
