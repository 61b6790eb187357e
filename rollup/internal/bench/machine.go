package main

import (
	"fmt"
	"os"
	"regexp"
	"runtime"
	"runtime/debug"
	"time"
)

// machine says where and when the page was measured.
func machine(began time.Time) string {
	text := fmt.Sprintf("Measured %s on %s, %d cores, %s/%s, %s",
		began.UTC().Format(time.DateOnly), processor(), runtime.NumCPU(), runtime.GOOS, runtime.GOARCH, runtime.Version())
	if level := setting("GOAMD64"); level != "" {
		text += ", GOAMD64=" + level
	}
	return text
}

var modelName = regexp.MustCompile(`model name\s*: (.*)`)

func processor() string {
	info, err := os.ReadFile("/proc/cpuinfo")
	if err != nil {
		return "an unknown processor"
	}
	if m := modelName.FindSubmatch(info); m != nil {
		return string(m[1])
	}
	return "an unknown processor"
}

func setting(key string) string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	for _, s := range info.Settings {
		if s.Key == key {
			return s.Value
		}
	}
	return ""
}
