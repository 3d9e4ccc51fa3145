# expected: overlap, preprocessing
# found: preprocessing 28:14, overlap 42:1
# %% [markdown]
# # NBA: can we predict if a team makes the play-offs?

# %%
import pandas as pd
import numpy as np
import matplotlib.pyplot as plt
import seaborn as sns
from sklearn.preprocessing import MaxAbsScaler
from sklearn.neural_network import MLPClassifier
from sklearn.metrics import accuracy_score, confusion_matrix

# %%
nba = pd.read_csv('nba_team_season_stats.csv')
nba.head()

# %%
nba.season_end.min(), nba.season_end.max(), len(nba)

# %%
nba['playoffs'] = nba['playoffs'].map({'Y': 1, 'N': 0})
sns.lineplot(x='season_end', y='fg3a', data=nba)

# %%
stats = ['fg_pct', 'fg3_pct', 'ft_pct', 'orb', 'drb', 'ast', 'stl', 'blk', 'tov', 'pf', 'fg3a']
nba[stats] = MaxAbsScaler().fit_transform(nba[stats])

# %%
plt.figure(figsize=(9, 7))
sns.heatmap(nba[stats + ['playoffs']].corr(), annot=True, fmt='.2f')

# %%
# train on the seasons before 2015, test on the recent seasons
train = nba[nba['season_end'] <= 2015]
test = nba[nba['season_end'] >= 2013]
print(len(train), len(test))

# %%
mlp = MLPClassifier(hidden_layer_sizes=(30, 10), alpha=0.01, max_iter=2000, random_state=30)
mlp.fit(train[stats], train['playoffs'])

# %%
pred = mlp.predict(test[stats])
print('accuracy', accuracy_score(test['playoffs'], pred))
confusion_matrix(test['playoffs'], pred)

# %%
plt.plot(mlp.loss_curve_)
plt.show()

# %%
test = test.assign(pred=pred)
test[test.pred != test.playoffs][['season_end', 'team', 'playoffs', 'pred']]
