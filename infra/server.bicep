// App Service on Linux that runs bot/main.ts with Node 24.
param name string
param location string
param planSku string
param customHost string
param identityId string
param workspaceId string

@description('Settings of bot/config.ts, apart from those that depend on the host.')
param settings object

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: '${name}-plan'
  location: location
  kind: 'linux'
  sku: { name: planSku }
  properties: { reserved: true }
}

resource site 'Microsoft.Web/sites@2024-04-01' = {
  name: take('${name}-${uniqueString(resourceGroup().id, name)}', 60)
  location: location
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    siteConfig: {
      linuxFxVersion: 'NODE|24-lts'
      appCommandLine: 'node bot/main.ts'
      alwaysOn: true
      healthCheckPath: '/healthz'
      http20Enabled: true
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
    }
  }
}

// Uploads go with the uploader's own sign-in, never with the site's password.
resource basicUpload 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = [
  for kind in ['ftp', 'scm']: {
    parent: site
    name: kind
    properties: { allow: false }
  }
]

var host = empty(customHost) ? site.properties.defaultHostName : customHost

resource appSettings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: site
  name: 'appsettings'
  properties: union(settings, {
    PUBLIC_URL: 'https://${host}'
    // The uploaded zip is run as it is; nothing is installed on the server.
    WEBSITE_RUN_FROM_PACKAGE: '1'
    SCM_DO_BUILD_DURING_DEPLOYMENT: 'false'
    // Seconds from SIGTERM to the end; the server needs 10 for what is in flight.
    WEBSITES_CONTAINER_STOP_TIME_LIMIT: '20'
    WEBSITE_HEALTHCHECK_MAXPINGFAILURES: '5'
  })
}

// The server's own log lines. No addresses of requests: personal links are in their paths.
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: site
  name: 'console'
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'AppServiceConsoleLogs'
        enabled: true
      }
      {
        category: 'AppServicePlatformLogs'
        enabled: true
      }
    ]
  }
}

output siteId string = site.id
output host string = host
