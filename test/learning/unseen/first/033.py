# expected: multi-test
# found: multi-test 52:14
# %%
import pandas as pd
import numpy as np
import matplotlib.pyplot as plt
import seaborn as sns
from sklearn.tree import DecisionTreeClassifier
from sklearn.metrics import roc_curve, auc
from sklearn.model_selection import train_test_split

# %% [markdown]
# # InDepth: Parameter tuning for Decision Tree
# In this post we will explore the most important parameters and try to understand how they impact overfitting.

# %%
train = pd.read_csv('titanic_train.csv')
train.shape

# %%
train.drop(['PassengerId', 'Ticket', 'Name', 'Cabin'], axis=1, inplace=True)
train['Sex'] = (train['Sex'] == 'male').astype(int)
train = pd.get_dummies(train, columns=['Embarked'])
train.fillna(0, inplace=True)
train.head()

# %%
labels = train.pop('Survived')
x_train, x_test, y_train, y_test = train_test_split(train, labels, test_size=0.25)

# %%
dt = DecisionTreeClassifier()
dt.fit(x_train, y_train)
y_pred = dt.predict(x_test)
false_positive_rate, true_positive_rate, thresholds = roc_curve(y_test, y_pred)
roc_auc = auc(false_positive_rate, true_positive_rate)
roc_auc

# %% [markdown]
# ## max_depth

# %%
max_depths = np.linspace(1, 32, 32, endpoint=True)
train_results = []
test_results = []
for max_depth in max_depths:
    dt = DecisionTreeClassifier(max_depth=int(max_depth))
    dt.fit(x_train, y_train)
    train_pred = dt.predict(x_train)
    fpr, tpr, th = roc_curve(y_train, train_pred)
    train_results.append(auc(fpr, tpr))
    y_pred = dt.predict(x_test)
    fpr, tpr, th = roc_curve(y_test, y_pred)
    test_results.append(auc(fpr, tpr))

line1, = plt.plot(max_depths, train_results, 'b', label="Train AUC")
line2, = plt.plot(max_depths, test_results, 'r', label="Test AUC")
plt.legend()
plt.ylabel('AUC score')
plt.xlabel('Tree depth')
plt.show()

# %% [markdown]
# ## min_samples_split

# %%
min_samples_splits = np.linspace(0.1, 1.0, 10, endpoint=True)
train_results = []
test_results = []
for mss in min_samples_splits:
    dt = DecisionTreeClassifier(min_samples_split=mss)
    dt.fit(x_train, y_train)
    fpr, tpr, th = roc_curve(y_train, dt.predict(x_train))
    train_results.append(auc(fpr, tpr))
    fpr, tpr, th = roc_curve(y_test, dt.predict(x_test))
    test_results.append(auc(fpr, tpr))
plt.plot(min_samples_splits, train_results, 'b')
plt.plot(min_samples_splits, test_results, 'r')
plt.show()
