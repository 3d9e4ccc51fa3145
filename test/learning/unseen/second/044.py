# expected: multi-test
# found: multi-test 27:44
# %%
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier, plot_tree
from sklearn.metrics import accuracy_score
import matplotlib.pyplot as plt

# %%
mush = pd.read_csv('mushrooms.csv')
mush['class'] = mush['class'].map({'p': 1, 'e': 0})
mush.drop('veil-type', axis=1, inplace=True)
y = mush.pop('class')
X = pd.get_dummies(mush)
X.shape

# %%
X_train, X_test, y_train, y_test = train_test_split(X, y, stratify=y, test_size=.3, random_state=8)

# %%
train_acc, test_acc = [], []
depths = [1, 2, 3, 4, 5, 6, 7, 8, 10, None]
for depth in depths:
    dt = DecisionTreeClassifier(max_depth=depth, random_state=0).fit(X_train, y_train)
    train_acc.append(accuracy_score(y_train, dt.predict(X_train)))
    test_acc.append(accuracy_score(y_test, dt.predict(X_test)))

pd.DataFrame({'depth': depths, 'train': train_acc, 'test': test_acc})

# %%
plt.plot(train_acc, label='train')
plt.plot(test_acc, label='test')
plt.xticks(range(len(depths)), depths)
plt.legend()

# %% [markdown]
# depth 6 is enough

# %%
plt.figure(figsize=(20, 10))
plot_tree(DecisionTreeClassifier(max_depth=6).fit(X_train, y_train), feature_names=X.columns, filled=True, max_depth=3)
plt.savefig('tree.pdf')
