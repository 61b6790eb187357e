// Package geomean computes the weighted geometric mean of fixed-point numbers, correctly rounded.
//
// A number is a whole number of units of 1e-18, so 0.25 is 250000000000000000. The mean of the parts
// a_1 ... a_n with the weights w_1 ... w_n is, in units,
//
//	v = (a_1^w_1 * ... * a_n^w_n)^(1/W),  W = w_1 + ... + w_n
//
// The unit cancels, so v is an ordinary mean of whole numbers. That has three consequences, on which the
// package rests:
//
//   - v is at least 1: the mean of positive parts never rounds to 0.
//   - v is a root of a whole number. Such a root is whole or irrational (rational root theorem), so it never
//     lies half way between two units and "half to even" never has to decide.
//   - v is exactly 1e18 only if the powers of 2 and of 5 in the parts say so; see isOne.
//
// No floating point is used. Every function is deterministic, changes none of its arguments and is safe for
// use by several goroutines at once.
package geomean

import (
	"math/big"
	"slices"
)

// digits is the number of decimal digits of the fixed-point numbers.
const digits = 18

// Mean returns the weighted geometric mean of parts, rounded once, half to even, to a whole number of units of
// 1e-18. The parts are in the same units. Weights are shares of any size: only their ratios count.
//
// Rounding never invents an end: a mean that is not exactly 1 becomes 1-1e-18 or 1+1e-18 rather than 1,
// and a mean above 0 never becomes 0. The result lies between the least part and the greatest.
//
// Mean panics if parts is empty, if there is not one weight for each part, or if a part or a weight is not
// positive; callers check that first.
func Mean(parts, weights []*big.Int) *big.Int {
	check(parts, weights)
	if same(parts) {
		return new(big.Int).Set(parts[0])
	}
	return refine(parts, reduced(weights))
}

// check panics unless there is one positive weight for each of one or more positive parts.
func check(parts, weights []*big.Int) {
	if len(parts) == 0 || len(parts) != len(weights) {
		panic("geomean: want one weight for each part, and at least one part")
	}
	if slices.ContainsFunc(parts, notPositive) || slices.ContainsFunc(weights, notPositive) {
		panic("geomean: parts and weights must be positive")
	}
}

// notPositive reports whether x is zero or less.
func notPositive(x *big.Int) bool { return x.Sign() <= 0 }

// same reports whether all parts are equal.
func same(parts []*big.Int) bool {
	differs := func(x *big.Int) bool { return x.Cmp(parts[0]) != 0 }
	return !slices.ContainsFunc(parts, differs)
}

// reduced returns the weights divided by their greatest common divisor.
func reduced(weights []*big.Int) []*big.Int {
	gcd := new(big.Int)
	for _, w := range weights {
		gcd.GCD(nil, nil, gcd, w)
	}
	out := make([]*big.Int, len(weights))
	for i, w := range weights {
		out[i] = new(big.Int).Quo(w, gcd)
	}
	return out
}
