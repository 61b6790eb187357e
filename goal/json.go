package goal

import (
	"encoding/json"

	"github.com/goalkit/goalkit/internal/strict"
	"github.com/goalkit/goalkit/kpi"
)

// UnmarshalJSON reads a plan written by version 1 of the JSON contract. It
// refuses what is not exactly that: unknown or repeated keys, letter case
// included, null, wrong kinds, invalid UTF-8. The error tells line and column
// from the start of data, and p is left alone; through json.Unmarshal, data is
// what is left after leading space, and syntax errors are that package's. What
// words, numbers and dates say is for [New] to judge.
func (p *Plan) UnmarshalJSON(data []byte) error {
	type plain Plan
	var read plain
	if err := strict.Unmarshal(data, &read); err != nil {
		return err
	}
	*p = Plan(read)
	return nil
}

// MarshalJSON writes the pair.
func (c Checkpoint) MarshalJSON() ([]byte, error) {
	return json.Marshal([2]any{c.Date, c.Progress})
}

// UnmarshalJSON reads the pair.
func (c *Checkpoint) UnmarshalJSON(data []byte) error {
	var date string
	var progress kpi.Number
	if err := json.Unmarshal(data, &[2]any{&date, &progress}); err != nil {
		return err
	}
	*c = Checkpoint{Date: date, Progress: progress}
	return nil
}
