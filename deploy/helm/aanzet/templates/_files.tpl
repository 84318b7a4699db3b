{{- /* Where a file of your own comes from, as a part of a volume; nothing when it comes from nowhere. */ -}}
{{- define "aanzet.fileFrom" -}}
{{- if .configMap -}}
configMap: { name: {{ .configMap }}, items: [{ key: {{ .key }}, path: file }] }
{{- else if .secret -}}
secret: { secretName: {{ .secret }}, items: [{ key: {{ .key }}, path: file }] }
{{- end -}}
{{- end }}

{{- define "aanzet.volumes" -}}
- name: tmp
  emptyDir: {}
{{- range $name := .wanted }}
{{- with include "aanzet.fileFrom" (index $.files $name) }}
- name: {{ $name }}
  {{ . }}
{{- end }}
{{- end }}
{{- end }}

{{- define "aanzet.mounts" -}}
- { name: tmp, mountPath: /tmp }
{{- range $name := .wanted }}
{{- if include "aanzet.fileFrom" (index $.files $name) }}
- { name: {{ $name }}, mountPath: /etc/aanzet/{{ $name }}, readOnly: true }
{{- end }}
{{- end }}
{{- end }}
