package rollup_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// FuzzEvaluate reads the bytes as a program that builds a world (see
// newWorld), and compares Evaluate with the oracle, exactly.
func FuzzEvaluate(f *testing.F) {
	for seed := range uint64(24) {
		d := seededDice(seed)
		program := make([]byte, 200*(1+seed))
		for i := range program {
			program[i] = byte(d(256))
		}
		f.Add(program)
	}
	f.Fuzz(func(t *testing.T, program []byte) {
		d := byteDice(program)
		w := newWorld(d, smallShape(d, 24))
		found := differences(w.evaluate(t), consult(w, roundOnce, func(string) {}))
		assert.Empty(t, found, "plan %s\nobservations %v\npolicy %+v\nat %s", w.planJSON(t), w.observations, w.policy, w.moment)
	})
}
