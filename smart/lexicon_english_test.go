package smart_test

import (
	"errors"
	"testing"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/smart"
)

func TestEnglishIsRight(t *testing.T) {
	_, err := smart.NewParser(smart.English(), smart.Options{})
	if ps, ok := errors.AsType[kpi.Problems](err); ok {
		for _, p := range ps {
			t.Error(p)
		}
	}
}
