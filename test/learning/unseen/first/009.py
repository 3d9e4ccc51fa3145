# expected: multi-test
# found: multi-test 72:6
# %% [markdown]
# Cats vs dogs - transfer learning with VGG16

# %%
!unzip -q /content/drive/MyDrive/cats_and_dogs_filtered.zip -d /content/data

# %%
import os
import numpy as np
import matplotlib.pyplot as plt
import tensorflow as tf
from tensorflow.keras.preprocessing.image import ImageDataGenerator
from tensorflow.keras.applications import VGG16
from tensorflow.keras import layers, models, optimizers
from tensorflow.keras.callbacks import ModelCheckpoint, ReduceLROnPlateau
from sklearn.metrics import classification_report, confusion_matrix

# %%
base_dir = '/content/data/cats_and_dogs_filtered'
train_dir = os.path.join(base_dir, 'train')
validation_dir = os.path.join(base_dir, 'validation')
print('total training cat images:', len(os.listdir(os.path.join(train_dir, 'cats'))))
print('total validation dog images:', len(os.listdir(os.path.join(validation_dir, 'dogs'))))

# %%
train_datagen = ImageDataGenerator(rescale=1./255, rotation_range=40, width_shift_range=0.2,
                                   height_shift_range=0.2, shear_range=0.2, zoom_range=0.2,
                                   horizontal_flip=True)
test_datagen = ImageDataGenerator(rescale=1./255)

train_generator = train_datagen.flow_from_directory(train_dir, target_size=(150, 150),
                                                    batch_size=20, class_mode='binary')
validation_generator = test_datagen.flow_from_directory(validation_dir, target_size=(150, 150),
                                                        batch_size=20, class_mode='binary', shuffle=False)

# %%
conv_base = VGG16(weights='imagenet', include_top=False, input_shape=(150, 150, 3))
conv_base.trainable = False
model = models.Sequential([
    conv_base,
    layers.Flatten(),
    layers.Dense(256, activation='relu'),
    layers.Dropout(0.5),
    layers.Dense(1, activation='sigmoid'),
])
model.compile(loss='binary_crossentropy', optimizer=optimizers.RMSprop(lr=2e-5), metrics=['acc'])

# %%
ckpt = ModelCheckpoint('best_vgg.h5', monitor='val_acc', save_best_only=True, verbose=1)
rlr = ReduceLROnPlateau(monitor='val_loss', factor=0.5, patience=3)
history = model.fit(train_generator, steps_per_epoch=100, epochs=30,
                    validation_data=validation_generator, validation_steps=50,
                    callbacks=[ckpt, rlr])

# %%
acc = history.history['acc']
val_acc = history.history['val_acc']
epochs = range(len(acc))
plt.plot(epochs, acc, 'bo', label='Training acc')
plt.plot(epochs, val_acc, 'b', label='Validation acc')
plt.legend()
plt.figure()

# %%
best = models.load_model('best_vgg.h5')
loss, accuracy = best.evaluate(validation_generator)
print('Final accuracy: %.3f' % accuracy)

# %%
p = (best.predict(validation_generator) > 0.5).astype(int)
print(confusion_matrix(validation_generator.classes, p))
print(classification_report(validation_generator.classes, p, target_names=['cat', 'dog']))
