{{- define "aanzet.labels" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end }}

{{- define "aanzet.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "aanzet.image" -}}
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end }}

{{- /* The services that are to run: without Kafka no relay. */ -}}
{{- define "aanzet.services" -}}
{{- $wanted := list -}}
{{- range $name := keys .Values.services | sortAlpha -}}
{{- if or (ne $name "relay") $.Values.kafka.brokers -}}
{{- $wanted = append $wanted $name -}}
{{- end -}}
{{- end -}}
{{- join "," $wanted -}}
{{- end }}

{{- define "aanzet.podSecurity" -}}
runAsNonRoot: true
runAsUser: 1000
runAsGroup: 1000
fsGroup: 1000
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "aanzet.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end }}

{{- /* The address of the database and of the log, from a secret that is only named. */ -}}
{{- define "aanzet.stores" -}}
- name: DATABASE_URL
  valueFrom:
    secretKeyRef:
      name: {{ .secret }}
      key: DATABASE_URL
{{- if .kurrentdb }}
- name: KURRENTDB_URL
  valueFrom:
    secretKeyRef:
      name: {{ .secret }}
      key: KURRENTDB_URL
{{- end }}
{{- end }}
