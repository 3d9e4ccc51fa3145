# expected: clean
# found: clean
# %%
import pandas as pd
import numpy as np
import matplotlib.pyplot as plt
from sklearn.cluster import KMeans, AgglomerativeClustering
from sklearn.preprocessing import StandardScaler
from sklearn.decomposition import PCA
from sklearn.metrics import silhouette_score
import scipy.cluster.hierarchy as sch

# %%
df = pd.read_csv('Mall_Customers.csv')
df.rename(columns={'Annual Income (k$)': 'income', 'Spending Score (1-100)': 'score'}, inplace=True)
df['Gender'] = (df.Gender == 'Male').astype(int)
df.head()

# %%
X = StandardScaler().fit_transform(df[['Gender', 'Age', 'income', 'score']])

# %%
wcss = []
sil = []
for k in range(2, 11):
    km = KMeans(n_clusters=k, init='k-means++', random_state=42).fit(X)
    wcss.append(km.inertia_)
    sil.append(silhouette_score(X, km.labels_))
fig, ax = plt.subplots(1, 2, figsize=(12, 4))
ax[0].plot(range(2, 11), wcss, 'o-'); ax[0].set_title('elbow')
ax[1].plot(range(2, 11), sil, 'o-'); ax[1].set_title('silhouette')

# %%
km = KMeans(n_clusters=6, random_state=42)
df['cluster'] = km.fit_predict(X)
pca = PCA(2)
P = pca.fit_transform(X)
plt.scatter(P[:, 0], P[:, 1], c=df.cluster, cmap='tab10')

# %%
plt.figure(figsize=(14, 5))
sch.dendrogram(sch.linkage(X, method='ward'), no_labels=True)
plt.show()

# %%
hc = AgglomerativeClustering(n_clusters=6, linkage='ward')
df['hc'] = hc.fit_predict(X)
pd.crosstab(df.cluster, df.hc)

# %%
df.groupby('cluster')[['Age', 'income', 'score']].mean().round(1)
