package smart

import (
	"iter"
	"math"
	"slices"
)

// How a series goes on. A KPI is one of many kinds: followers walk (they go on from
// where they are), a conversion rate swings round its level, orders grow in a line
// and have their December. A few values do not tell which. So the forecast asks
// several models and mixes their answers, each with the weight that the series
// lends it: what is not known of the kind is part of the spread.
//
// The models are one regression with errors that are kept in part,
//
//	y[t] = level + [trend t] + [season] + u[t],   u[t] = phi u[t-1] + e[t]
//
// with and without trend, with and without season (one step of the cycle each its
// own, once there are two full cycles), for each phi of a grid from 0, errors that
// are forgotten at once, to 1, a random walk, whose trend is its drift and is always
// there: what stands grows as a rule. e is normal with an unknown variance.
//
// For a given phi that is generalised least squares, and what is to come has
// Student's t distribution: the variance of the errors to come and that of the
// coefficients (J. Johnston and J. DiNardo, Econometric Methods, 4th ed., 1997,
// chapter 6; for phi = 1, without a season, it is the textbook's random walk with
// drift, h[m] + n mu with spread s sqrt(n + n²/(m-1))).
//
// The weight of a model is its prior times its likelihood. The level is integrated
// out under a flat prior, which for phi towards 1 leaves the likelihood of the
// differences (the restricted likelihood of D. Harville, Biometrika 61:383-385, 1974).
// The coefficients of trend and season cost what they do in Schwarz's criterion (BIC;
// Annals of Statistics 6:461-464, 1978), half the logarithm of m for each, or of their
// F statistic where that is more, as under a prior that is as wide as they turned
// out to be (local empirical Bayes; F. Liang et al., JASA 103:410-423, 2008): the test
// whether there is a trend, or a season. The drift of a walk is not charged for. Up
// to a constant the logarithm is
//
//	1/2 log((1-phi²)/v) - (m-1)/2 log R - k/2 log max(m, F)
//
// with m values, R the sum of the squared errors, v the sum of the squared weights of
// the level, and k coefficients that are charged for.
type model struct {
	phi   float64
	trend bool // or drift
	cycle int  // steps of a season, 0 without one
}

// grid are the phi that are tried.
var grid = [...]float64{0, 0.3, 0.5, 0.7, 0.85, 0.95, 1}

// prospects returns what comes of a series y at a horizon: the chance of a walk
// is what is believed before the series is seen, cycle the steps of a season, 0 if
// none is looked for. It reports false if there is no model that the series is long
// enough for, and if one leaves nothing to chance.
func prospects(y []float64, to horizon, walk float64, cycle int) (mixture, bool) {
	last := y[len(y)-1]
	from := make([]float64, len(y)) // the last value is 0: squares of large numbers lose the small
	for t := range y {
		from[t] = y[t] - last
	}
	counted := last // a sum has the last value in each of its steps
	if to.parts != nil {
		counted = last * to.total()
	}
	var outcomes []outcome
	for _, cycle := range slices.Compact([]int{0, cycle}) {
		for m, prior := range models(walk, cycle) {
			o, ok := m.fit(from, to, rounding(y))
			if !ok {
				return nil, false
			}
			o.mean += counted
			o.weight += math.Log(prior)
			outcomes = append(outcomes, o)
		}
	}
	return mixed(outcomes), true
}

// models returns the models and their priors: an even chance of a trend, and of the
// phi below 1, which share what is left by that of a walk, the less the more is kept,
// in proportion to 1 - phi.
func models(walk float64, cycle int) iter.Seq2[model, float64] {
	shares := 0.0
	for _, phi := range grid {
		shares += 1 - phi
	}
	return func(yield func(model, float64) bool) {
		for _, phi := range grid {
			m, prior := model{phi: phi, cycle: cycle}, (1-walk)*(1-phi)/shares/2
			if phi < 1 && !yield(m, prior) {
				return
			}
			if m.trend = true; phi == 1 {
				prior = walk
			}
			if !yield(m, prior) {
				return
			}
		}
	}
}

// regressors returns how many regressors the model has: its level, which a walk
// does without, its trend, and all but one step of its season.
func (m model) regressors() int {
	n := m.extras()
	if m.phi < 1 || m.trend {
		n++
	}
	return n
}

// extras returns how many of them are charged for.
func (m model) extras() int {
	n := max(m.cycle-1, 0)
	if m.trend && m.phi < 1 {
		n++
	}
	return n
}

// regressor returns the k-th regressor at step t.
func (m model) regressor(k, t int) float64 {
	if m.phi == 1 {
		k++
	}
	switch {
	case k == 0:
		return 1
	case k == 1 && m.trend:
		return float64(t)
	case m.trend:
		k--
	}
	if t%m.cycle == k-1 {
		return 1
	}
	return 0
}
