// Package stat has the distribution functions that estimates need: the normal,
// Student's t and the chi-square distribution, in float64.
//
// Both tails are right to about 1e-12 relative, not only absolute: ask for the
// upper tail by its own function instead of taking a lower tail from 1. Below
// 1e-300, where a float64 loses its digits, so do the answers.
//
// What is asked for outside a distribution (a probability outside 0..1, degrees
// of freedom that are not above 0, NaN) is NaN: callers check what they pass.
// Nothing here is exact enough for, or ever part of, a goal's progress.
package stat
