# expected: preprocessing
# found: preprocessing 22:18
# %%
import numpy as np
import pandas as pd
from sklearn.preprocessing import StandardScaler
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier
from sklearn.metrics import balanced_accuracy_score

# %%
class Experiment:
    def __init__(self, path, target):
        self.df = pd.read_csv(path)
        self.target = target
        self.scaler = StandardScaler()

    def prepare(self):
        self.df = self.df.dropna()
        self.y = self.df[self.target].values
        feats = self.df.drop(columns=[self.target])
        self.X = self.scaler.fit_transform(feats)
        return self

    def split(self, size=0.2):
        self.Xtr, self.Xte, self.ytr, self.yte = train_test_split(
            self.X, self.y, test_size=size, random_state=99)
        return self

    def run(self, model):
        model.fit(self.Xtr, self.ytr)
        self.model = model
        return balanced_accuracy_score(self.yte, model.predict(self.Xte))

# %%
exp = Experiment("eeg_features.csv", "state")
exp.prepare().split(0.25)

# %%
acc = exp.run(MLPClassifier(hidden_layer_sizes=(64, 32), max_iter=500))
print("balanced acc = %.3f" % acc)
