// What someone must hear of: the server is down or failing, the store is too slow, or the log asks for help.
param name string
param location string
param siteId string
param cosmosId string
param workspaceId string
param email string

var hasReader = !empty(email)

resource readers 'Microsoft.Insights/actionGroups@2023-01-01' = if (hasReader) {
  name: '${name}-readers'
  location: 'global'
  properties: {
    groupShortName: take(name, 12)
    enabled: true
    emailReceivers: [
      {
        name: 'e-mail'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

var metrics = [
  {
    name: 'down'
    description: 'The server does not answer /healthz.'
    scope: siteId
    metric: 'HealthCheckStatus'
    aggregation: 'Average'
    operator: 'LessThan'
    threshold: 100
    severity: 1
    dimensions: []
  }
  {
    name: 'failing'
    description: 'Requests end in a server error.'
    scope: siteId
    metric: 'Http5xx'
    aggregation: 'Total'
    operator: 'GreaterThan'
    threshold: 5
    severity: 2
    dimensions: []
  }
  {
    name: 'throttled'
    description: 'Cosmos DB turns requests away; raise its throughput.'
    scope: cosmosId
    metric: 'TotalRequests'
    aggregation: 'Count'
    operator: 'GreaterThan'
    threshold: 100
    severity: 2
    dimensions: [
      {
        name: 'StatusCode'
        operator: 'Include'
        values: ['429']
      }
    ]
  }
]

resource metricAlert 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for alert in metrics: {
    name: '${name}-${alert.name}'
    location: 'global'
    properties: {
      description: alert.description
      severity: alert.severity
      enabled: true
      scopes: [alert.scope]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion'
            name: alert.name
            metricName: alert.metric
            timeAggregation: alert.aggregation
            operator: alert.operator
            threshold: alert.threshold
            dimensions: alert.dimensions
          }
        ]
      }
      actions: hasReader ? [{ actionGroupId: readers.id }] : []
    }
  }
]

// Log lines that carry "alert": a job or post that is given up, or a Teams address that the settings do not know.
resource asked 'Microsoft.Insights/scheduledQueryRules@2023-03-15-preview' = {
  name: '${name}-asked'
  location: location
  properties: {
    displayName: '${name}: the log asks for help'
    severity: 2
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT15M'
    // The table comes into being with the first line that is logged.
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: 'AppServiceConsoleLogs | where ResultDescription contains \'"alert":true\''
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    actions: { actionGroups: hasReader ? [readers.id] : [] }
  }
}
