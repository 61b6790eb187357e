package trend

import (
	"math"

	"github.com/goalkit/goalkit/kpi"
)

// An XY is a point of the plane.
type XY struct{ X, Y float64 }

// A Line is the straight line that is nearest to points by least squares,
//
//	y = Intercept + Slope × x
//
// with what the residuals, the distances of the points from it along y, say of
// its quality. Residuals no larger than the rounding of y count as 0. Errors are
// standard errors. [FitLine] and [FitOrigin] make one; the zero Line is y = 0
// of no points.
type Line struct {
	N                int
	Slope, Intercept float64
	// SlopeError, InterceptError and ResidualSD need a point more than the line has
	// parameters. The InterceptError of a line through the origin is 0.
	SlopeError, InterceptError, ResidualSD Figure
	// R2 is the share of the variation of y that the line explains, 0 to 1: the
	// variation about the mean, or about 0 for a line through the origin. Where y
	// does not vary it is unknown.
	R2 Figure

	x, y  centre  // a point on the line: the mean, or the origin
	mean  float64 // 1/n, or 0 if the line is fixed at that point
	sxx   float64 // sum of the squared distances from x
	df    float64 // degrees of freedom of the residuals
	scale float64 // the largest |y|
}

// FitLine returns the straight line through the points:
//
//	Slope = Sxy / Sxx,  Intercept = mean y - Slope × mean x
//
// S being sums of products of distances from the means, which are taken in two
// passes: on the certified sets of NIST it agrees in 12 digits. There is no line
// of fewer than two points ([TooFewData]), of points with one x ([OneTime]), or
// with a number that is not finite or whose square is not ([NotFinite]).
func FitLine(points []XY) (Line, kpi.Absence) {
	n := len(points)
	if n < 2 {
		return Line{}, TooFewData
	}
	l := Line{
		N: n, mean: 1 / float64(n), df: float64(n - 2),
		x: centreOf(n, func(i int) float64 { return points[i].X }),
		y: centreOf(n, func(i int) float64 { return points[i].Y }),
	}
	return l.fit(points)
}

// FitOrigin returns the straight line through the origin and as near as can be
// to the points: Slope = sum xy / sum x². There is none of no points
// ([TooFewData]), if every x is 0 ([OneTime]), or with a number that is not
// finite or whose square is not ([NotFinite]).
func FitOrigin(points []XY) (Line, kpi.Absence) {
	if len(points) == 0 {
		return Line{}, TooFewData
	}
	return Line{N: len(points), df: float64(len(points) - 1)}.fit(points)
}

// fit returns l, whose centre is known, with all the rest.
func (l Line) fit(points []XY) (Line, kpi.Absence) {
	var sxx, sxy, syy sum
	for _, p := range points {
		dx, dy := l.x.to(p.X), l.y.to(p.Y)
		sxx.add(dx * dx)
		sxy.add(dx * dy)
		syy.add(dy * dy)
		l.scale = max(l.scale, math.Abs(p.Y))
	}
	l.sxx = sxx.float64()
	if !finite(l.sxx, sxy.float64(), syy.float64(), l.scale) {
		return Line{}, NotFinite
	}
	if l.sxx == 0 {
		return Line{}, OneTime
	}
	l.Slope = sxy.float64() / l.sxx
	if l.mean > 0 {
		l.Intercept = l.y.of() - l.Slope*l.x.of()
	}
	if !finite(l.Slope, l.Intercept) {
		return Line{}, NotFinite
	}
	l.judge(l.residual(points), syy.float64())
	return l, ""
}

// residual returns the sum of the squared residuals.
func (l *Line) residual(points []XY) float64 {
	var squares sum
	for _, p := range points {
		r := l.y.to(p.Y) - l.Slope*l.x.to(p.X)
		squares.add(r * r)
	}
	const rounding = 8 * 0x1p-52
	sse := squares.float64()
	if math.Sqrt(sse/float64(l.N)) <= rounding*l.scale {
		return 0
	}
	return sse
}

// judge finds the errors and R2 from the sums of squares of the residuals and of y.
func (l *Line) judge(sse, syy float64) {
	l.ResidualSD, l.SlopeError, l.InterceptError = none(TooFewData), none(TooFewData), none(TooFewData)
	if l.df > 0 {
		sd := math.Sqrt(sse / l.df)
		l.ResidualSD = figure(sd)
		l.SlopeError = figure(sd / math.Sqrt(l.sxx))
		l.InterceptError = figure(sd * math.Sqrt(l.mean+l.x.of()*l.x.of()/l.sxx))
	}
	l.R2 = none(AllEqual)
	if syy > 0 {
		l.R2 = figure(max(1-sse/syy, 0))
	}
}

// At returns the y of the line at x; unknown if x or y is not finite.
func (l Line) At(x float64) Figure { return figure(l.at(x)) }

func (l Line) at(x float64) float64 { return l.y.first + (l.y.mean + l.Slope*l.x.to(x)) }

// Interval returns the bounds between which one more y at x lies with this
// chance, if the residuals are normal:
//
//	y ± t s sqrt(1 + 1/n + (x - mean x)² / Sxx)
//
// t being the quantile of Student's distribution with n - 2 degrees of freedom,
// n - 1 and no 1/n for a line through the origin. They are unknown without
// residuals, or for a level that is not between 0 and 1.
func (l Line) Interval(x, level float64) (low, high Figure) { return l.estimate(x).interval(level) }

// estimate returns what one more y at x may be.
func (l Line) estimate(x float64) estimate {
	sd, ok := l.ResidualSD.Float64()
	if !ok {
		return estimate{value: l.At(x), absence: TooFewData}
	}
	d := l.x.to(x)
	spread := figure(sd * math.Sqrt(1+l.mean+d*d/l.sxx))
	return estimate{value: l.At(x), spread: spread.value, absence: spread.absence, df: l.df, scale: l.scale}
}
