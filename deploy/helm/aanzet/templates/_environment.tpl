{{- /* What the Deployment of a service gives it one by one; what several read is in configuration.yaml. */ -}}
{{- define "aanzet.environment" -}}
{{- $values := .root.Values -}}
{{- $parts := list -}}
{{- /* With Kafka and a database of its own, the service of the corporation needs nothing of the casus but its API. */ -}}
{{- if not (and (eq .name "allocation") .service.kafka $values.kafka.brokers $values.secrets.allocation) -}}
{{- $parts = append $parts (include "aanzet.stores" (dict "secret" $values.secrets.database "kurrentdb" $values.kurrentdb)) -}}
{{- end -}}
{{- $parts = append $parts (include "aanzet.environment.certificates" .root) -}}
{{- $parts = append $parts (include "aanzet.environment.rules" .root) -}}
{{- if .service.kafka -}}
{{- $account := $values.secrets.kafka -}}
{{- if eq .name "allocation" -}}
{{- $account = $values.secrets.allocationKafka | default $account -}}
{{- end -}}
{{- $parts = append $parts (include "aanzet.environment.kafka" $account) -}}
{{- end -}}
{{- if eq .name "feed" -}}
{{- $parts = append $parts (include "aanzet.environment.feed" .root) -}}
{{- else if eq .name "allocation" -}}
{{- $parts = append $parts (include "aanzet.environment.allocation" .root) -}}
{{- end -}}
{{- join "\n" (compact $parts) -}}
{{- end }}

{{- define "aanzet.environment.certificates" -}}
{{- if include "aanzet.fileFrom" .Values.files.certificates -}}
- { name: NODE_EXTRA_CA_CERTS, value: /etc/aanzet/certificates/file }
{{- end -}}
{{- end }}

{{- define "aanzet.environment.rules" -}}
{{- if include "aanzet.fileFrom" .Values.files.rules -}}
- { name: AANZET_RULES, value: /etc/aanzet/rules/file }
{{- end -}}
{{- end }}

{{- define "aanzet.environment.kafka" -}}
{{- with . -}}
- name: KAFKA_USERNAME
  valueFrom:
    secretKeyRef: { name: {{ . }}, key: KAFKA_USERNAME }
- name: KAFKA_PASSWORD
  valueFrom:
    secretKeyRef: { name: {{ . }}, key: KAFKA_PASSWORD }
{{- end -}}
{{- end }}

{{- define "aanzet.environment.feed" -}}
{{- with .Values.secrets.webhooks -}}
- name: AANZET_WEBHOOK_KEY
  valueFrom:
    secretKeyRef: { name: {{ . }}, key: AANZET_WEBHOOK_KEY }
{{- end -}}
{{- end }}

{{- define "aanzet.environment.allocation" -}}
- { name: AANZET_CASUS_URL, value: 'http://{{ .Release.Name }}-casus:3000' }
- { name: AANZET_INSIGHT_URL, value: 'http://{{ .Release.Name }}-insight:3000' }
- { name: AANZET_FEED_URL, value: 'http://{{ .Release.Name }}-feed:3000' }
- { name: ALLOCATION_PARTNER, value: {{ .Values.allocation.partner | quote }} }
- { name: ALLOCATION_PERSON, value: {{ .Values.allocation.person | quote }} }
{{- with .Values.allocation.publicUrl }}
- { name: AANZET_PUBLIC_URL, value: {{ . | quote }} }
{{- end }}
{{- if include "aanzet.fileFrom" .Values.files.rents }}
- { name: ALLOCATION_RENTS_FILE, value: /etc/aanzet/rents/file }
{{- end }}
{{- with .Values.secrets.allocation }}
- name: ALLOCATION_DATABASE_URL
  valueFrom:
    secretKeyRef: { name: {{ . }}, key: ALLOCATION_DATABASE_URL }
{{- end }}
{{- end }}
