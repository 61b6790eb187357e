package goal

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/goalkit/goalkit/internal/strict"
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

// UnmarshalJSON reads the pair. It refuses anything else and leaves c alone.
func (c *Checkpoint) UnmarshalJSON(data []byte) error {
	var pair []json.RawMessage
	if err := json.Unmarshal(data, &pair); err != nil {
		return err
	}
	if len(pair) != 2 {
		return fmt.Errorf("goal: want a date and a progress, found %d values", len(pair))
	}
	var read Checkpoint
	if err := errors.Join(json.Unmarshal(pair[0], &read.Date), json.Unmarshal(pair[1], &read.Progress)); err != nil {
		return err
	}
	*c = read
	return nil
}
