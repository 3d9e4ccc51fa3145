# expected: clean
# found: preprocessing 15:8, preprocessing 17:7
# undecided: preprocessing
# %%
# 3.6 Predicting house prices - following the book
import keras
keras.__version__
from keras.datasets import boston_housing
(train_data, train_targets), (test_data, test_targets) = boston_housing.load_data()

# %%
train_data.shape, test_data.shape

# %%
mean = train_data.mean(axis=0)
train_data -= mean
std = train_data.std(axis=0)
train_data /= std

test_data -= mean
test_data /= std

# %%
from keras import models
from keras import layers

def build_model():
    model = models.Sequential()
    model.add(layers.Dense(64, activation='relu', input_shape=(train_data.shape[1],)))
    model.add(layers.Dense(64, activation='relu'))
    model.add(layers.Dense(1))
    model.compile(optimizer='rmsprop', loss='mse', metrics=['mae'])
    return model

# %%
import numpy as np
x_all, t_all = train_data, train_targets
rng = np.random.RandomState(4)
perm = rng.permutation(len(x_all))
val_idx, fit_idx = perm[:80], perm[80:]

# %%
# how many epochs do we need? look at a held back piece of the training data
model = build_model()
history = model.fit(x_all[fit_idx], t_all[fit_idx],
                    validation_data=(x_all[val_idx], t_all[val_idx]),
                    epochs=300, batch_size=16, verbose=0)
mae_history = history.history['val_mean_absolute_error']

# %%
def smooth_curve(points, factor=0.9):
    smoothed_points = []
    for point in points:
        if smoothed_points:
            previous = smoothed_points[-1]
            smoothed_points.append(previous * factor + point * (1 - factor))
        else:
            smoothed_points.append(point)
    return smoothed_points

import matplotlib.pyplot as plt
smooth = smooth_curve(mae_history[10:])
plt.plot(range(1, len(smooth) + 1), smooth)
plt.xlabel('Epochs')
plt.ylabel('Validation MAE')

# %%
n_epochs = int(np.argmin(smooth)) + 11
n_epochs

# %%
# Get a fresh, compiled model and train it on the entirety of the data.
model = build_model()
model.fit(train_data, train_targets, epochs=n_epochs, batch_size=16, verbose=0)
test_mse_score, test_mae_score = model.evaluate(test_data, test_targets)
test_mae_score
