// Cosmos DB for documents, a storage account for the bytes of files, and a Key Vault for the keys of secret polls alone.
param name string
param location string

@description('The identity that reads and writes.')
param principalId string

@description('Largest RU/s, shared by all containers; 0 is serverless.')
param maxThroughput int

var unique = uniqueString(resourceGroup().id, name)
var isServerless = maxThroughput == 0
var databaseName = 'verkostobotti'

// The same as CONTAINERS in bot/core/scope.ts; data-plane roles cannot make them.
var containers = [
  'directory'
  'networks'
  'activities'
  'responses'
  'materials'
  'jobs'
  'audit'
]

resource account 'Microsoft.DocumentDB/databaseAccounts@2024-11-15' = {
  name: take('${name}-${unique}', 44)
  location: location
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    capabilities: isServerless ? [{ name: 'EnableServerless' }] : []
    consistencyPolicy: { defaultConsistencyLevel: 'Session' }
    locations: [
      {
        locationName: location
        failoverPriority: 0
        isZoneRedundant: false
      }
    ]
    // Back to any moment of the last week. Votes of a closed secret poll are useless in it: their key is purged below.
    backupPolicy: {
      type: 'Continuous'
      continuousModeProperties: { tier: 'Continuous7Days' }
    }
    disableLocalAuth: true
    disableKeyBasedMetadataWriteAccess: true
    minimalTlsVersion: 'Tls12'
  }
}

resource database 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2024-11-15' = {
  parent: account
  name: databaseName
  properties: {
    resource: { id: databaseName }
    options: isServerless ? {} : { autoscaleSettings: { maxThroughput: maxThroughput } }
  }
}

@batchSize(1)
resource container 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2024-11-15' = [
  for id in containers: {
    parent: database
    name: id
    properties: {
      resource: {
        id: id
        partitionKey: {
          paths: ['/pk']
          kind: 'Hash'
          version: 2
        }
        // Queries go by id and by time of change, which Cosmos always indexes; everything else would only make votes dearer.
        indexingPolicy: {
          indexingMode: 'consistent'
          automatic: true
          includedPaths: [
            { path: '/pk/?' }
            { path: '/removed/?' }
          ]
          excludedPaths: [{ path: '/*' }]
        }
      }
    }
  }
]

// Built in: Cosmos DB Built-in Data Contributor.
resource mayReadAndWrite 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2024-11-15' = {
  parent: account
  name: guid(account.id, principalId, 'data')
  properties: {
    roleDefinitionId: '${account.id}/sqlRoleDefinitions/00000000-0000-0000-0000-000000000002'
    principalId: principalId
    scope: account.id
  }
}

// Without purge protection, on purpose: when a secret poll closes its key must be gone, not recoverable for a week.
resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: 'kv-${take(unique, 13)}'
  location: location
  properties: {
    tenantId: subscription().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 7
    enabledForDeployment: false
    enabledForDiskEncryption: false
    enabledForTemplateDeployment: false
  }
}

// No backup and no recover among the actions, unlike in the built-in Secrets Officer: a key must not outlive its poll.
resource keeper 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, name, 'keeper of sealed keys')
  properties: {
    roleName: 'Keeper of sealed keys (${name}-${unique})'
    description: 'Makes, reads, deletes and purges secrets.'
    type: 'CustomRole'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        actions: []
        notActions: []
        dataActions: [
          'Microsoft.KeyVault/vaults/secrets/getSecret/action'
          'Microsoft.KeyVault/vaults/secrets/readMetadata/action'
          'Microsoft.KeyVault/vaults/secrets/setSecret/action'
          'Microsoft.KeyVault/vaults/secrets/delete'
          'Microsoft.KeyVault/vaults/secrets/purge/action'
        ]
        notDataActions: []
      }
    ]
  }
}

resource keepsKeys 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, principalId, keeper.id)
  properties: {
    roleDefinitionId: keeper.id
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

// What is removed is gone: no soft delete, no versions, no snapshots.
resource files 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'st${take(unique, 13)}'
  location: location
  kind: 'StorageV2'
  sku: { name: 'Standard_ZRS' }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    supportsHttpsTrafficOnly: true
    minimumTlsVersion: 'TLS1_2'
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' = {
  parent: files
  name: 'default'
  properties: {
    deleteRetentionPolicy: { enabled: false }
    containerDeleteRetentionPolicy: { enabled: false }
    isVersioningEnabled: false
  }
}

// The same as CONTAINER in bot/files/blob.ts.
resource fileContainer 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = {
  parent: blobs
  name: 'files'
  properties: { publicAccess: 'None' }
}

// Built in: Storage Blob Data Contributor.
resource keepsFiles 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: fileContainer
  name: guid(fileContainer.id, principalId, 'files')
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'ba92f5b4-2d11-453d-a403-e96b0029c9fe')
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

output cosmosId string = account.id
output cosmosEndpoint string = account.properties.documentEndpoint
output cosmosDatabase string = database.name
output keyVaultUrl string = vault.properties.vaultUri
output blobEndpoint string = files.properties.primaryEndpoints.blob
