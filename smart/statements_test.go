package smart_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// ownStatements returns the statements of testdata/statements.txt.
func ownStatements(t *testing.T) []statement {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "statements.txt"))
	require.NoError(t, err)
	var set []statement
	for i, line := range strings.Split(string(data), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		set = append(set, ownStatement(t, i+1, line))
	}
	return set
}

func ownStatement(t *testing.T, number int, line string) statement {
	t.Helper()
	columns := strings.Split(line, " | ")
	require.Len(t, columns, 8, line)
	amount := strings.Fields(columns[3])
	require.Len(t, amount, 3, line)
	s := statement{ID: fmt.Sprint("line ", number), Text: columns[0], Fields: make(map[string]json.RawMessage)}
	deadline, alternatives, _ := strings.Cut(strings.TrimSuffix(columns[6], ")"), " (")
	s.annotate("direction", columns[1])
	s.annotate("metric", columns[2])
	s.annotate("amount", amount[0])
	s.annotate("amount_kind", amount[1])
	s.annotate("unit", amount[2])
	s.annotate("channel", columns[4])
	s.annotate("period_text", columns[5])
	s.annotate("deadline", deadline)
	if alternatives != "" {
		data, err := json.Marshal(strings.Split(alternatives, ", "))
		require.NoError(t, err)
		s.Fields["deadline_alt"] = data
	}
	s.Has.Quantity = has(amount[0])
	s.Has.Period = has(columns[5])
	milestone := columns[7] == "M"
	s.Has.Milestone = &milestone
	return s
}

func (s *statement) annotate(field, value string) {
	switch value {
	case "?":
	case "-":
		s.Fields[field] = json.RawMessage("null")
	default:
		s.Fields[field] = json.RawMessage(strconv.Quote(value))
	}
}

func has(value string) *bool {
	if value == "?" {
		return nil
	}
	given := value != "-"
	return &given
}

// TestOwnStatements scores statements of other trades and in other words than
// those of the published set.
func TestOwnStatements(t *testing.T) {
	set := ownStatements(t)
	require.Greater(t, len(set), 200)
	s := score(t, set)
	s.log(t)
	s.meet(t)
}
