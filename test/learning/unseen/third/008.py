# expected: multi-test
# found: multi-test 48:23
# %%
import warnings; warnings.simplefilter('ignore')
import pandas as pd, numpy as np
from matplotlib import pyplot as plt
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from sklearn.neighbors import KNeighborsClassifier
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier
from sklearn.ensemble import RandomForestClassifier
from sklearn.naive_bayes import GaussianNB

# %%
dataset = pd.read_csv('dataset/heart.csv')
dataset.info()

# %%
plt.figure(figsize=(20, 14))
plt.matshow(dataset.corr(), fignum=1)
plt.yticks(np.arange(dataset.shape[1]), dataset.columns)
plt.colorbar()

# %%
dataset = pd.get_dummies(dataset, columns=['sex', 'cp', 'fbs', 'restecg', 'exang', 'slope', 'ca', 'thal'])

# %%
y = dataset['target']
X = dataset.drop(['target'], axis=1)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.33, random_state=0)

# %%
num = ['age', 'trestbps', 'chol', 'thalach', 'oldpeak']
X_train, X_test = X_train.copy(), X_test.copy()
ss = StandardScaler()
X_train[num] = ss.fit_transform(X_train[num])
X_test[num] = ss.transform(X_test[num])

# %% [markdown]
# ## K Neighbors

# %%
knn_scores = []
for k in range(1, 21):
    knn_classifier = KNeighborsClassifier(n_neighbors=k)
    knn_classifier.fit(X_train, y_train)
    knn_scores.append(knn_classifier.score(X_test, y_test))

# %%
plt.plot([k for k in range(1, 21)], knn_scores, color='red')
for i in range(1, 21):
    plt.text(i, knn_scores[i-1], (i, knn_scores[i-1]))
plt.xlabel('Number of Neighbors (K)')
print("The score for K Neighbors Classifier is {}% with {} nieghbors.".format(knn_scores[8-1]*100, 8))

# %% [markdown]
# ## Others

# %%
kernels = ['linear', 'poly', 'rbf', 'sigmoid']
svc_scores = []
for i in range(len(kernels)):
    svc_classifier = SVC(kernel=kernels[i])
    svc_classifier.fit(X_train, y_train)
    svc_scores.append(svc_classifier.score(X_test, y_test))
plt.bar(kernels, svc_scores)

# %%
for clf in [DecisionTreeClassifier(random_state=0), RandomForestClassifier(random_state=0), GaussianNB()]:
    print(type(clf).__name__, clf.fit(X_train, y_train).score(X_test, y_test))
