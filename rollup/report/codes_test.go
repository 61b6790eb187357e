package report_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/rollup/report"
)

// Codes are promises: hosts switch insights off by them and translate by them. A
// line may be added to the list, and none may change.
func TestCodes(t *testing.T) {
	list, err := os.ReadFile("testdata/codes.txt")
	require.NoError(t, err)
	var codes []string
	for rule := range report.Rules() {
		codes = append(codes, rule.Code)
		assert.NotEmpty(t, rule.Doc, rule.Code)
		assert.NotEmpty(t, rule.Text, rule.Code)
	}
	assert.ElementsMatch(t, strings.Fields(string(list)), codes)
}
